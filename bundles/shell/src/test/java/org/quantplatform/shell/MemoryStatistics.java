package org.quantplatform.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.statistics.Basis;
import org.quantplatform.api.statistics.Contribution;
import org.quantplatform.api.statistics.Drawdown;
import org.quantplatform.api.statistics.ExposureSeries;
import org.quantplatform.api.statistics.Grouping;
import org.quantplatform.api.statistics.RollingQuery;
import org.quantplatform.api.statistics.RollingSeries;
import org.quantplatform.api.statistics.RoundTrip;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.api.statistics.StatisticInfo;
import org.quantplatform.model.Side;

/** Statistics of a run of one year. */
final class MemoryStatistics implements RunStatistics {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 2);

    @Override
    public List<StatisticInfo> catalogue() {
        return List.of(
                new StatisticInfo("total_return", "return", "fraction", "Total return", "prod(1 + r) - 1", ""),
                new StatisticInfo("sharpe_ratio", "ratios", "ratio", "Sharpe ratio", "mean / std", "arithmetic"));
    }

    @Override
    public BacktestMetrics metrics(String id, Basis basis) {
        Map<String, Double> values = Map.of("sharpe_ratio", 1.25, "total_return", basis.riskFree(), "num_trades", 7.0);
        return new BacktestMetrics(id, values, List.of(), Map.of("2020", -0.015));
    }

    @Override
    public RollingSeries rolling(String id, RollingQuery query) {
        return new RollingSeries(
                query.window(), List.of(DAY, DAY.plusDays(1)), Map.of("beta", new double[] {0.5, Double.NaN}));
    }

    @Override
    public Page<Drawdown> drawdowns(String id, PageRequest page) {
        Drawdown lasting = new Drawdown(DAY, DAY.plusDays(3), null, -0.1, 9, 3, null);
        return Page.cut(List.of(lasting), page);
    }

    @Override
    public Page<SpanReturn> returns(String id, Span by, PageRequest page) {
        SpanReturn span = new SpanReturn(by.name(), DAY, DAY, 1, 0.01, Double.NaN, Double.NaN, 0.01, 0.2, 1.5, -0.02);
        return Page.cut(List.of(span), page);
    }

    @Override
    public ExposureSeries exposures(String id) {
        double[] one = {0.5};
        double[] none = {0};
        ExposureSeries.Sector sector = new ExposureSeries.Sector("Energy", 0.5, 0.5, one);
        ExposureSeries.TopHolding held = new ExposureSeries.TopHolding("XOM", "Energy", 0.5, 0.75, 1);
        return new ExposureSeries(
                List.of(DAY), one, one, one, none, new int[] {1}, one, one, List.of(sector), List.of(held));
    }

    @Override
    public Page<RoundTrip> roundTrips(String id, PageRequest page) {
        RoundTrip lasting = new RoundTrip("XOM", "Energy", Side.BUY, DAY, null, 5, 3, 1000, 250, 0.25);
        return Page.cut(List.of(lasting), page);
    }

    @Override
    public Page<Contribution> attribution(String id, Grouping by, PageRequest page) {
        Contribution part = new Contribution(by.name(), 250, 0.025, 10, 2, 1000, 1, 0, Double.NaN, 0.5, 3);
        return Page.cut(List.of(part), page);
    }
}

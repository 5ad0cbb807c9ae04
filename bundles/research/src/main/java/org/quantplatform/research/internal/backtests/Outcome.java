package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.engine.figures.Catalogue;
import org.quantplatform.engine.figures.Sample;
import org.quantplatform.engine.figures.Trading;
import org.quantplatform.engine.sim.Currencies;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.stats.Drawdowns;
import org.quantplatform.engine.stats.PerformanceSummary;
import org.quantplatform.engine.stats.RoundTrips;
import org.quantplatform.engine.stats.Statistics;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Trade;

/** Turns a simulation into what users read. */
final class Outcome {

    private static final int DRAWDOWNS = 10;
    private static final double[] NONE = {};

    private final SimulationResult simulation;
    private final Panel prices;
    private final double capital;
    private final double[] benchmark;
    private final double[] returns;
    private final PerformanceSummary performance;
    private final RoundTrips trips;
    private final Map<String, Double> traded;

    /** @param benchmark one value per simulated day, or empty */
    Outcome(SimulationResult simulation, Panel prices, double capital, double[] benchmark) {
        this.simulation = simulation;
        this.prices = prices;
        this.capital = capital;
        this.benchmark = benchmark;
        this.returns = Statistics.returns(Sample.fromCapital(simulation.equity(), capital));
        this.performance =
                PerformanceSummary.of(returns, benchmark.length == 0 ? null : Statistics.returns(benchmark), 0);
        this.trips = RoundTrips.of(simulation);
        this.traded = Catalogue.values(new Trading(simulation, trips));
    }

    SimulationResult simulation() {
        return simulation;
    }

    /** From the initial capital on: the first is that of the first two days together. */
    double[] returns() {
        return returns;
    }

    BacktestSummary summary() {
        return new BacktestSummary(
                performance.totalReturn(),
                performance.annualizedReturn(),
                performance.annualizedVolatility(),
                performance.sharpeRatio(),
                performance.sortinoRatio(),
                performance.calmarRatio(),
                performance.maxDrawdown(),
                traded.get("win_rate"),
                simulation.trades().size(),
                trips.count(),
                traded.get("final_equity"),
                traded.get("total_commission"),
                traded.get("total_tax"),
                traded.get("total_slippage"),
                traded.get("total_costs"),
                traded.get("turnover"));
    }

    EquitySeries equity() {
        double[] equity = simulation.equity();
        List<LocalDate> dates = IntStream.rangeClosed(simulation.firstDay(), simulation.lastDay())
                .mapToObj(prices::date)
                .toList();
        return new EquitySeries(
                dates, equity, simulation.cash(), Drawdowns.curve(equity), benchmark.length == 0 ? NONE : benchmark);
    }

    List<Trade> trades() {
        return IntStream.range(0, simulation.trades().size())
                .mapToObj(i -> simulation.trades().trade(i, prices))
                .toList();
    }

    List<CashFlow> flows() {
        return IntStream.range(0, simulation.flows().size())
                .mapToObj(i -> simulation.flows().flow(i, prices, simulation.currencies()))
                .toList();
    }

    BacktestMetrics metrics(String id) {
        Map<String, Double> values = performance.asMap();
        values.putAll(traded);
        Currencies currencies = simulation.currencies();
        for (int currency = 0; currency < currencies.count() && currencies.count() > 1; currency++) {
            double[] balance = simulation.cash(currency);
            String code = currencies.code(currency).toLowerCase(Locale.ROOT);
            values.put("final_cash_" + code, balance[balance.length - 1]);
        }
        return new BacktestMetrics(id, values, drawdowns(), yearlyReturns());
    }

    private List<BacktestMetrics.Drawdown> drawdowns() {
        int[] days = IntStream.rangeClosed(simulation.firstDay(), simulation.lastDay())
                .map(prices::epochDay)
                .toArray();
        List<BacktestMetrics.Drawdown> table = new ArrayList<>();
        for (Drawdowns.Drawdown each :
                Drawdowns.table(days, Sample.fromCapital(simulation.equity(), capital), DRAWDOWNS)) {
            table.add(new BacktestMetrics.Drawdown(
                    each.peak(), each.trough(), each.recovery().orElse(null), each.depth(), each.days()));
        }
        return table;
    }

    private Map<String, Double> yearlyReturns() {
        Map<String, Double> returns = new TreeMap<>();
        double[] equity = simulation.equity();
        double base = capital;
        for (int i = 0; i < equity.length; i++) {
            int year = prices.date(simulation.firstDay() + i).getYear();
            boolean last = i + 1 == equity.length
                    || prices.date(simulation.firstDay() + i + 1).getYear() != year;
            if (last) {
                returns.put(Integer.toString(year), equity[i] / base - 1);
                base = equity[i];
            }
        }
        return returns;
    }
}

package org.quantplatform.client.internal;

import java.math.BigDecimal;
import java.util.List;
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

/** {@code /statistics}, and what {@code /backtest} tells of completed runs. */
public final class RemoteStatistics implements RunStatistics {

    private final Http http;

    public RemoteStatistics(Http http) {
        this.http = http;
    }

    @Override
    public List<StatisticInfo> catalogue() {
        return http.send(Call.get("/statistics"))
                .page("statistics", StatisticInfo.class)
                .items();
    }

    @Override
    public BacktestMetrics metrics(String id, Basis basis) {
        return http.send(Call.get(based(path(id, "metrics"), basis).toString())).as(BacktestMetrics.class);
    }

    @Override
    public RollingSeries rolling(String id, RollingQuery query) {
        String statistics = query.statistics().isEmpty() ? null : String.join(",", query.statistics());
        String path = based(path(id, "rolling"), query.basis())
                .with("window", query.window())
                .with("statistics", statistics)
                .toString();
        return http.send(Call.get(path)).as(RollingSeries.class);
    }

    @Override
    public Page<Drawdown> drawdowns(String id, PageRequest page) {
        return http.send(Call.get(path(id, "drawdowns").page(page).toString())).page("drawdowns", Drawdown.class);
    }

    @Override
    public Page<SpanReturn> returns(String id, Span by, PageRequest page) {
        String path = path(id, "returns").with("by", by).page(page).toString();
        return http.send(Call.get(path)).page("returns", SpanReturn.class);
    }

    @Override
    public ExposureSeries exposures(String id) {
        return http.send(Call.get(path(id, "exposures").toString())).as(ExposureSeries.class);
    }

    @Override
    public Page<RoundTrip> roundTrips(String id, PageRequest page) {
        return http.send(Call.get(path(id, "round-trips").page(page).toString()))
                .page("round_trips", RoundTrip.class);
    }

    @Override
    public Page<Contribution> attribution(String id, Grouping by, PageRequest page) {
        String path = path(id, "attribution").with("by", by).page(page).toString();
        return http.send(Call.get(path)).page("contributions", Contribution.class);
    }

    private static Query path(String id, String what) {
        return Query.of("/backtest/" + Query.segment(id) + "/" + what);
    }

    private static Query based(Query query, Basis basis) {
        return query.with("periods", decimal(basis.periods())).with("risk_free", decimal(basis.riskFree()));
    }

    private static String decimal(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).toPlainString() : Double.toString(value);
    }
}

package org.quantplatform.client.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Trade;

/** {@code /backtest}. */
public final class RemoteBacktests implements Backtests {

    private final Http http;

    public RemoteBacktests(Http http) {
        this.http = http;
    }

    @Override
    public Backtest submit(BacktestRequest request, Optional<String> idempotencyKey) {
        Answer accepted = http.send(Call.create("/backtest", request, idempotencyKey.orElseGet(Call::newKey)));
        return get(accepted.text("backtest_id"));
    }

    @Override
    public Page<Backtest> list(BacktestQuery query, PageRequest page) {
        String path = Query.of("/backtest")
                .page(page)
                .with("status", query.status())
                .with("strategy_id", query.strategyId())
                .toString();
        return http.send(Call.get(path)).page("backtests", Backtest.class);
    }

    @Override
    public Backtest get(String id) {
        return http.send(Call.get(path(id))).as(Backtest.class);
    }

    @Override
    public EquitySeries equity(String id) {
        return http.send(Call.get(path(id) + "/equity")).as(EquitySeries.class);
    }

    @Override
    public Page<Trade> trades(String id, PageRequest page) {
        return http.send(Call.get(Query.of(path(id) + "/trades").page(page).toString()))
                .page("trades", Trade.class);
    }

    @Override
    public List<Holding> holdings(String id, Optional<LocalDate> date) {
        List<Holding> holdings = new ArrayList<>();
        boolean more = true;
        for (int number = 1; more; number++) {
            String path = Query.of(path(id) + "/holdings")
                    .with("date", date.orElse(null))
                    .page(new PageRequest(number, PageRequest.MAX_LIMIT))
                    .toString();
            Page<Holding> page = http.send(Call.get(path)).page("holdings", Holding.class);
            holdings.addAll(page.items());
            more = page.hasMore() && !page.items().isEmpty();
        }
        return holdings;
    }

    @Override
    public BacktestMetrics metrics(String id) {
        return http.send(Call.get(path(id) + "/metrics")).as(BacktestMetrics.class);
    }

    @Override
    public ResultFile file(String id, ResultQuery query) {
        String path = Query.of(path(id) + "/results")
                .with("format", query.format())
                .with("table", query.table())
                .toString();
        return RemoteResultFile.of(http, path);
    }

    @Override
    public Backtest cancel(String id) {
        http.send(Call.action(path(id) + "/cancel"));
        return get(id);
    }

    @Override
    public void delete(String id) {
        http.send(Call.delete(path(id)));
    }

    @Override
    public Backtest reproduce(String id, Optional<String> idempotencyKey) {
        Call call = Call.start(path(id) + "/reproduce", idempotencyKey.orElseGet(Call::newKey));
        return get(http.send(call).text("backtest_id"));
    }

    private static String path(String id) {
        return "/backtest/" + Query.segment(id);
    }
}

package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.core.backtests.BacktestStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Trade;
import org.quantplatform.store.internal.Idempotency.Use;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Backtests in the database. The request of a run's job is the {@link NewBacktest} as JSON. */
@Component
public final class StoredBacktests implements BacktestStore {

    private static final String KIND = "backtest";
    private static final String RUNS = " from backtest_results b join jobs j on j.id = b.id ";
    private static final String MATCHING =
            """
            where b.owner_id = ? and (?::text is null or j.status = ?) and (?::text is null or b.strategy_id = ?)""";

    private final Database database;

    @Activate
    public StoredBacktests(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String create(Caller caller, NewBacktest backtest, Optional<String> idempotencyKey) {
        String request = QuantJson.write(backtest);
        return database.write(session -> {
            String id = JobRows.nextId(session, "bt");
            // without the pins: an import between two tries makes another run, but not another request
            String asked = QuantJson.write(backtest.request())
                    + (backtest.reproduces() == null ? "" : " again " + backtest.reproduces());
            Use use = new Use(caller.userId(), KIND, idempotencyKey, asked);
            Optional<String> earlier = Idempotency.claim(session, use, id);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            JobRows.queue(session, id, KIND, caller.userId(), request);
            insert(session, id, caller.userId(), backtest);
            return id;
        });
    }

    @Override
    public Optional<Backtest> get(long ownerId, String id) {
        return database.read(session -> session.first(
                "select b.*, j.*" + RUNS + "where b.id = ? and b.owner_id = ?", BacktestRows::backtest, id, ownerId));
    }

    @Override
    public Optional<Backtest> readable(long readerId, String id) {
        return database.read(session -> session.first(
                "select b.*, j.*" + RUNS
                        + """
                        where b.id = ? and (b.owner_id = ? or exists (
                            select from shares s join users o on o.id = s.owner_id
                            where s.backtest_id = b.id and s.user_id = ? and\s"""
                        + StoredShares.IN_FORCE + "))",
                BacktestRows::backtest,
                id,
                readerId,
                readerId));
    }

    @Override
    public Page<Backtest> list(long ownerId, BacktestQuery query, PageRequest page) {
        String status = query.status() == null ? null : JobRows.code(query.status());
        String strategy = query.strategyId();
        return database.read(session -> Page.of(
                session.list(
                        "select b.*, j.*" + RUNS + MATCHING + " order by b.number desc limit ? offset ?",
                        BacktestRows::backtest,
                        ownerId,
                        status,
                        status,
                        strategy,
                        strategy,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*)" + RUNS + MATCHING, ownerId, status, status, strategy, strategy)));
    }

    @Override
    public void saveManifest(String id, Manifest manifest) {
        int found = database.write(session -> session.update(
                "update backtest_results set manifest = ?::json where id = ?", QuantJson.write(manifest), id));
        if (found == 0) {
            throw QuantException.notFound(KIND, id);
        }
    }

    @Override
    public Optional<Manifest> manifest(String id) {
        return document(id, "manifest", Manifest.class);
    }

    @Override
    public void saveResult(String id, Result result) {
        database.write(session -> {
            Kept kept = session.first(
                            """
                            select number, results is null and reproduces is null as first_try
                            from backtest_results where id = ? for update""",
                            row -> new Kept(row.getLong("number"), row.getBoolean("first_try")),
                            id)
                    .orElseThrow(() -> QuantException.notFound(KIND, id));
            long run = kept.run();
            if (kept.firstTry()) {
                TrialLedger.backtest(session, run);
            }
            saveHead(session, run, result);
            BacktestRows.saveEquity(session, run, result.equity());
            TradeBlocks.replace(session, run, result.trades());
            FlowRows.replace(session, run, result.flows());
            return run;
        });
    }

    @Override
    public Optional<EquitySeries> equity(String id) {
        return database.read(session -> session.first(
                """
                select e.* from backtest_equity e join backtest_results b on b.number = e.run where b.id = ?""",
                BacktestRows::equity,
                id));
    }

    @Override
    public Optional<BacktestMetrics> metrics(String id) {
        return document(id, "metrics", BacktestMetrics.class).map(BacktestRows::withNaN);
    }

    @Override
    public Page<Trade> trades(String id, PageRequest page) {
        return database.read(session -> {
            Head head = head(session, id);
            return Page.of(
                    TradeBlocks.read(session, head.run(), page.offset(), page.offset() + page.limit()),
                    page,
                    head.trades());
        });
    }

    @Override
    public List<Trade> allTrades(String id) {
        return database.read(
                session -> TradeBlocks.all(session, head(session, id).run()));
    }

    @Override
    public Optional<List<CashFlow>> flows(String id) {
        return database.read(session -> FlowRows.read(session, id));
    }

    @Override
    public void delete(long ownerId, String id) {
        database.write(session -> {
            int deleted = session.update(
                    """
                    delete from jobs where id = ? and owner_id = ?
                      and exists (select from backtest_results b where b.id = jobs.id)""",
                    id,
                    ownerId);
            if (deleted == 0) {
                throw QuantException.notFound(KIND, id);
            }
            Idempotency.forget(session, ownerId, KIND, id);
            return deleted;
        });
    }

    private <T> Optional<T> document(String id, String column, Class<T> type) {
        return database.read(session -> session
                .list(
                        "select " + column + " from backtest_results where id = ? and " + column + " is not null",
                        row -> QuantJson.read(row.getString(1), type),
                        id)
                .stream()
                .findFirst());
    }

    private static Head head(Session session, String id) throws SQLException {
        return session.first(
                        "select number, stored_trades from backtest_results where id = ?",
                        row -> new Head(row.getLong("number"), row.getLong("stored_trades")),
                        id)
                .orElseThrow(() -> QuantException.notFound(KIND, id));
    }

    private static void insert(Session session, String id, long owner, NewBacktest b) throws SQLException {
        session.update(
                """
                insert into backtest_results (id, owner_id, strategy_id, strategy, start_date, end_date,
                                              initial_capital, currency, request, reproduces)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?)""",
                id,
                owner,
                b.strategyId(),
                b.strategyName(),
                b.startDate(),
                b.endDate(),
                b.initialCapital(),
                b.currency(),
                QuantJson.write(b.request()),
                b.reproduces());
    }

    private static void saveHead(Session session, long run, Result result) throws SQLException {
        BacktestSummary s = result.summary();
        session.update(
                """
                update backtest_results
                set manifest = ?::json, results = ?::json, metrics = ?::json, warnings = ?::json, stored_trades = ?,
                    total_return = ?, annualized_return = ?, annualized_volatility = ?, sharpe_ratio = ?,
                    sortino_ratio = ?, calmar_ratio = ?, max_drawdown = ?, win_rate = ?, num_trades = ?
                where number = ?""",
                QuantJson.write(result.manifest()),
                QuantJson.write(s),
                QuantJson.write(result.metrics()),
                QuantJson.write(result.warnings()),
                result.trades().size(),
                orNull(s.totalReturn()),
                orNull(s.annualizedReturn()),
                orNull(s.annualizedVolatility()),
                orNull(s.sharpeRatio()),
                orNull(s.sortinoRatio()),
                orNull(s.calmarRatio()),
                orNull(s.maxDrawdown()),
                orNull(s.winRate()),
                s.numTrades(),
                run);
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private record Head(long run, long trades) {}

    /** What saving finds: a repetition, or a result that is stored already, is no new trial. */
    private record Kept(long run, boolean firstTry) {}
}

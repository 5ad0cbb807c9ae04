package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.jobs.JobStore.Claimed;
import org.quantplatform.core.sharing.ShareStore.NewShare;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;
import org.quantplatform.store.internal.sql.Database;

class StoredBacktestsTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 2);

    private Database database;
    private StoredBacktests backtests;
    private StoredJobs jobs;
    private Caller ann;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        backtests = new StoredBacktests(database);
        jobs = new StoredJobs(database);
        ann = TestDatabase.caller(database, "ann");
    }

    @Test
    void storesARunWithItsJob() {
        String id = backtests.create(ann, backtest(0.1 + 0.2), Optional.empty());

        assertThat(id).matches("bt_[0-9]{8}_001");
        Claimed claimed =
                jobs.claim(Set.of("backtest"), "w", Duration.ofMinutes(1), 2).orElseThrow();
        assertThat(QuantJson.read(claimed.requestJson(), NewBacktest.class)).isEqualTo(backtest(0.1 + 0.2));
        Backtest running = backtests.get(ann.userId(), id).orElseThrow();
        assertThat(running.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(running.summary()).isNull();
        assertThat(backtests.get(ann.userId() + 1, id)).isEmpty();
    }

    @Test
    void storesEveryResultExactlyAndReplacesItAsAWhole() {
        String id = backtests.create(ann, backtest(1e6), Optional.empty());
        backtests.saveManifest(id, manifest(null));
        backtests.saveResult(id, result(id, 3));
        backtests.saveResult(id, result(id, 40_000));

        Result expected = result(id, 40_000);
        EquitySeries equity = backtests.equity(id).orElseThrow();
        assertThat(equity.dates()).isEqualTo(expected.equity().dates());
        assertThat(equity.equity()).isEqualTo(expected.equity().equity());
        assertThat(equity.benchmark()).isEmpty();
        assertThat(backtests.metrics(id)).contains(expected.metrics());
        assertThat(backtests.manifest(id)).contains(expected.manifest());
        assertThat(backtests.allTrades(id)).isEqualTo(expected.trades());
        assertThat(backtests.flows(id)).contains(expected.flows());
        assertThat(backtests.trades(id, new PageRequest(400, 100)).items())
                .isEqualTo(expected.trades().subList(39_900, 40_000));
        assertThat(backtests.trades(id, new PageRequest(401, 100)).total()).isEqualTo(40_000);
        jobs.claim(Set.of("backtest"), "w", Duration.ofMinutes(1), 2);
        jobs.finish(id, "w", JobStatus.COMPLETED, null, Map.of());
        Backtest done = backtests.get(ann.userId(), id).orElseThrow();
        assertThat(done.summary()).isEqualTo(expected.summary());
        assertThat(done.warnings()).containsExactly("careful");
    }

    @Test
    void aSharedRunIsReadUntilTheShareEnds() {
        StoredShares shares = new StoredShares(database);
        Caller bob = TestDatabase.caller(database, "bob");
        String id = backtests.create(ann, backtest(1e6), Optional.empty());
        assertThat(backtests.readable(ann.userId(), id)).isPresent();
        assertThat(backtests.readable(bob.userId(), id)).isEmpty();

        NewShare share = new NewShare(ann.userId(), id, null, bob.userId(), null, null);
        Share first = shares.add(share);
        Share again = shares.add(share);
        assertThat(first.username()).isEqualTo("bob");
        assertThat(shares.list(ann.userId(), PageRequest.FIRST).items()).containsExactly(again);
        assertThat(backtests.readable(bob.userId(), id)).isPresent();
        assertThat(backtests.get(bob.userId(), id)).isEmpty();
        assertThat(shares.received(bob.userId(), PageRequest.FIRST).items())
                .extracting(ReceivedShare::id, ReceivedShare::owner)
                .containsExactly(tuple(id, "ann"));

        database.write(session -> session.update("update shares set expires_at = now() - interval '1 s'"));
        assertThat(backtests.readable(bob.userId(), id)).isEmpty();
        assertThat(shares.received(bob.userId(), PageRequest.FIRST).total()).isZero();
        database.write(session -> session.update("update shares set expires_at = null"));
        assertThat(backtests.readable(bob.userId(), id)).isPresent();
        new StoredUsers(database).setActive(ann.userId(), false);
        assertThat(backtests.readable(bob.userId(), id)).isEmpty();
    }

    @Test
    void aLinkLeadsToItsRunAndGoesWithIt() {
        StoredShares shares = new StoredShares(database);
        String id = backtests.create(ann, backtest(1e6), Optional.empty());
        Instant soon = Instant.now().plusSeconds(3600);
        String hash = "ab".repeat(32);
        Share link = shares.add(new NewShare(ann.userId(), id, null, null, hash, soon));

        assertThat(shares.link(hash).orElseThrow().backtestId()).isEqualTo(id);
        assertThat(shares.link("cd".repeat(32))).isEmpty();
        assertThat(shares.remove(ann.userId() + 1, Long.parseLong(link.shareId())))
                .isFalse();
        jobs.cancel(id);
        backtests.delete(ann.userId(), id);
        assertThat(shares.link(hash)).isEmpty();
        assertThat(shares.list(ann.userId(), PageRequest.FIRST).total()).isZero();
    }

    @Test
    void theLedgerCountsARunOnceAndKeepsItWhenItIsDeleted() {
        String id = backtests.create(ann, backtest(1e6), Optional.empty());
        backtests.saveResult(id, result(id, 3));
        backtests.saveResult(id, result(id, 3));
        jobs.cancel(id);
        backtests.delete(ann.userId(), id);
        List<Long> runs = database.read(session ->
                session.list("select runs from trial_ledger where kind = 'backtest'", row -> row.getLong("runs")));
        assertThat(runs).containsExactly(1L);
    }

    @Test
    void answersARepeatedRequestWithTheFirstRun() {
        Optional<String> key = Optional.of("k1");
        String first = backtests.create(ann, backtest(1), key);

        assertThat(backtests.create(ann, backtest(1), key)).isEqualTo(first);
        NewBacktest one = backtest(1);
        NewBacktest afterAnImport = new NewBacktest(
                one.strategyId(),
                one.strategyName(),
                one.startDate(),
                one.endDate(),
                one.initialCapital(),
                one.currency(),
                one.request(),
                manifest("h2"),
                null);
        assertThat(backtests.create(ann, afterAnImport, key)).isEqualTo(first);
        assertThatThrownBy(() -> backtests.create(ann, backtest(2), key))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code().code()).isEqualTo("conflict"));
        Caller bob = TestDatabase.caller(database, "bob");
        assertThat(backtests.create(bob, backtest(2), key)).isNotEqualTo(first);
        assertThat(backtests
                        .list(ann.userId(), BacktestQuery.ALL, PageRequest.FIRST)
                        .total())
                .isEqualTo(1);
        backtests.delete(ann.userId(), first);
        assertThat(backtests.create(ann, backtest(2), key)).isNotEqualTo(first);
    }

    @Test
    void narrowsTheList() {
        String id = backtests.create(ann, backtest(1), Optional.empty());
        backtests.create(ann, backtest(2), Optional.empty());
        jobs.cancel(id);

        assertThat(list(JobStatus.CANCELLED, null)).containsExactly(id);
        assertThat(list(null, "s1")).hasSize(2);
        assertThat(list(null, "s2")).isEmpty();
    }

    @Test
    void deletesARunWithEverythingOfIt() {
        String id = backtests.create(ann, backtest(1), Optional.empty());
        backtests.saveResult(id, result(id, 5));

        assertThatThrownBy(() -> backtests.delete(ann.userId() + 1, id)).hasMessageContaining(id);
        backtests.delete(ann.userId(), id);

        assertThat(backtests.get(ann.userId(), id)).isEmpty();
        assertThat(jobs.get(id, null)).isEmpty();
        assertThat(database.<Long>read(session -> session.number("select count(*) from backtest_trades")))
                .isZero();
        assertThatThrownBy(() -> backtests.allTrades(id)).hasMessageContaining(id);
    }

    private List<String> list(JobStatus status, String strategy) {
        return backtests.list(ann.userId(), new BacktestQuery(status, strategy), PageRequest.FIRST).items().stream()
                .map(Backtest::backtestId)
                .toList();
    }

    private static final List<CashFlow> FLOWS = List.of(
            new CashFlow(START, "T1", CashFlow.Kind.SPLIT, "USD", 0, 12.5),
            new CashFlow(START.plusDays(1), null, CashFlow.Kind.INTEREST, "EUR", -1.0 / 3, 0));

    private static NewBacktest backtest(double capital) {
        BacktestRequest request = BacktestRequest.ofStrategy("s1", START, START.plusYears(1), capital);
        return new NewBacktest("s1", "S1", START, START.plusYears(1), capital, "USD", request, null, null);
    }

    private static Manifest manifest(String hash) {
        PluginPin pin = new PluginPin(PluginKind.FACTOR, "momentum", "org.example", "1.0.0", "00");
        Map<String, Map<String, Object>> parameters = Map.of("factor/momentum", Map.of("lookback", 252, "rate", 0.1));
        return new Manifest("0.1.0", List.of(pin), "1", "d1", backtest(0.1).request(), parameters, 0, hash, null, null);
    }

    private static Result result(String id, int trades) {
        double[] values =
                IntStream.range(0, 250).mapToDouble(i -> 1e6 / (i + 3)).toArray();
        values[7] = Double.NaN;
        List<LocalDate> dates =
                IntStream.range(0, 250).mapToObj(START::plusDays).toList();
        List<Trade> fills = IntStream.range(0, trades)
                .mapToObj(i -> new Trade(
                        START.plusDays(i % 250 + 1),
                        START.plusDays(i % 250),
                        "T" + i % 500,
                        i % 3 == 0 ? Side.SELL : Side.BUY,
                        i + 1,
                        1.0 / (i + 3),
                        0.1,
                        0,
                        0.05))
                .toList();
        return new Result(
                manifest("h1"),
                new BacktestSummary(0.1, 0.2, Double.NaN, 1, 2, 3, -0.1, Double.NaN, trades, 1, 2, 3, 4, 5, 6, 7),
                new EquitySeries(dates, values, values, values, new double[0]),
                new BacktestMetrics(
                        id,
                        Map.of("alpha", Double.NaN, "sharpe_ratio", 1.0 / 3),
                        List.of(new BacktestMetrics.Drawdown(START, START.plusDays(3), null, -0.1, 5)),
                        Map.of("2020", 0.1)),
                fills,
                FLOWS,
                List.of("careful"));
    }
}

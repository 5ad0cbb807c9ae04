package org.quantplatform.store.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Database;

class StoredAuditTest {

    private static final Caller ANN = new Caller(7, "ann", Set.of(), "simple", "10.0.0.7");
    private static final Caller NOBODY = new Caller(0, "", Set.of(), "", "10.9.9.9");
    private static final PageRequest MANY = new PageRequest(1, 1000);

    @TempDir
    Path folder;

    private final Database database = TestDatabase.migrated();
    private final MovableClock clock = new MovableClock();
    private final List<StoredAudit> open = new ArrayList<>();

    private StoredAudit audit() {
        return audit(Duration.ZERO);
    }

    private StoredAudit audit(Duration retention) {
        StoredAudit audit = new StoredAudit(database, folder.resolve("audit-anchors"), retention, clock);
        open.add(audit);
        return audit;
    }

    @AfterEach
    void close() {
        open.forEach(StoredAudit::close);
    }

    private List<AuditRecord> all(StoredAudit audit) {
        return audit.list(AuditQuery.ALL, MANY).items();
    }

    /** What the owner of the database can do, who may drop the triggers. */
    private void tamper(String sql) {
        database.write(session -> {
            session.execute("alter table audit_log disable trigger user");
            session.execute(sql);
            session.execute("alter table audit_log enable trigger user");
            return 0;
        });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Test
    void chainsRecordsWithoutAGap() {
        StoredAudit audit = audit();
        audit.append(ANN, "backtest.submit", "bt_1", "ok");
        audit.append(ANN, "strategy.create", null, "failed");

        assertThat(all(audit)).extracting(AuditRecord::id).containsExactly(2L, 1L);
        assertThat(all(audit).get(0))
                .isEqualTo(new AuditRecord(
                        2,
                        Instant.parse("2026-01-02T03:04:05.123456Z"),
                        "ann",
                        "strategy.create",
                        null,
                        "failed",
                        "10.0.0.7",
                        1));
        AuditVerification verified = audit.verify(null);
        assertThat(verified.intact()).isTrue();
        assertThat(verified.records()).isEqualTo(2);
        assertThat(verified.lastId()).isEqualTo(2);
        assertThat(audit.verify("2:" + verified.lastHash()).intact()).isTrue();
    }

    /** Worked out with Python's hashlib: sha256(bytes(32) + b"1:1,16:1767323045123456,1:7,3:ann,5:login,-,2:ok,8:10.0.0.7,1:1,"). */
    @Test
    void hashesByAStatedRule() {
        audit().append(ANN, "login", null, "ok");
        byte[] hash = database.read(session -> session.list("select hash from audit_log", row -> row.getBytes(1))
                .get(0));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("83063ce61fa248b5c3b74a3a788c41c93fea05826ff5ff206a355d9ad883ab8b");
    }

    @Test
    void anEmptyLogIsIntact() {
        assertThat(audit().verify(null).intact()).isTrue();
        assertThat(audit().verify(null).records()).isZero();
    }

    @Test
    void theDatabaseLetsNobodyChangeOrRemoveRecords() {
        StoredAudit audit = audit();
        audit.append(ANN, "login", null, "ok");
        for (String sql :
                List.of("update audit_log set username = 'bob'", "delete from audit_log", "truncate audit_log")) {
            assertThatThrownBy(() -> database.write(session -> session.update(sql)))
                    .as(sql)
                    .isInstanceOf(QuantException.class);
        }
        assertThat(all(audit)).hasSize(1);
    }

    @Test
    void findsTheFirstRecordThatWasTamperedWith() {
        StoredAudit audit = audit();
        for (int i = 1; i <= 9; i++) {
            audit.append(ANN, "strategy.update", "s" + i, "ok");
        }
        tamper("update audit_log set username = 'bob' where id in (4, 7)");
        AuditVerification changed = audit.verify(null);
        assertThat(changed.intact()).isFalse();
        assertThat(changed.records()).isEqualTo(3);
        assertThat(changed.broken()).isEqualTo(new AuditVerification.Broken(4, "was changed"));

        tamper("update audit_log set username = 'ann'");
        assertThat(audit.verify(null).intact()).isTrue();
        tamper("update audit_log set timestamp = timestamp + interval '1 microsecond' where id = 5");
        assertThat(audit.verify(null).broken().id()).isEqualTo(5);

        tamper("delete from audit_log where id = 5");
        assertThat(audit.verify(null).broken())
                .isEqualTo(new AuditVerification.Broken(6, "record 5 before it is missing"));
        tamper("update audit_log set id = -id where id > 5");
        tamper("update audit_log set id = -id - 1 where id < 0");
        assertThat(audit.verify(null).broken().id()).isEqualTo(5);
    }

    @Test
    void missesWhatWasCutOffAtEitherEnd() {
        StoredAudit audit = audit();
        for (int i = 1; i <= 5; i++) {
            audit.append(ANN, "strategy.update", "s" + i, "ok");
            clock.move(Duration.ofMinutes(11));
        }
        String anchor = "5:" + audit.verify(null).lastHash();
        tamper("delete from audit_log where id = 5");
        assertThat(audit.verify(null).broken())
                .isEqualTo(new AuditVerification.Broken(5, "is missing at the end of the log"));
        assertThat(audit.verify(anchor).broken().id()).isEqualTo(5);
        tamper("delete from audit_log where id < 3");
        assertThat(audit.verify(null).broken().id()).isEqualTo(3);
        tamper("delete from audit_log");
        assertThat(audit.verify(null).broken().reason()).contains("missing at the end");
    }

    @Test
    void findsAChainThatWasWrittenAnew() throws Exception {
        StoredAudit audit = audit();
        audit.append(ANN, "strategy.delete", "mine", "ok");
        String anchor = "1:" + audit.verify(null).lastHash();
        tamper("delete from audit_log");
        new StoredAudit(database, folder.resolve("elsewhere"), Duration.ZERO, clock)
                .append(ANN, "strategy.create", "mine", "ok");

        String written = "is not the record that was written at this place";
        assertThat(audit.verify(null).broken()).isEqualTo(new AuditVerification.Broken(1, written));
        Files.delete(folder.resolve("audit-anchors"));
        assertThat(audit.verify(null).intact()).isTrue();
        assertThat(audit.verify(anchor).broken()).isEqualTo(new AuditVerification.Broken(1, written));
    }

    @Test
    void refusesWhatIsNoAnchor() {
        assertThatThrownBy(() -> audit().verify("1"))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("anchor");
    }

    @Test
    void manyThreadsOfTwoServersMakeOneChain() throws Exception {
        List<StoredAudit> servers = List.of(audit(), audit());
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> done = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            int number = thread;
            done.add(threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    servers.get(number % 2).append(ANN, "job.cancel", number + "-" + i, "ok");
                }
            }));
        }
        for (Future<?> one : done) {
            one.get(120, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(all(servers.get(0)).stream().map(AuditRecord::resource).distinct())
                .hasSize(800);
        assertThat(servers.get(0).verify(null).intact()).isTrue();
    }

    @Test
    void recordsAlsoForACallerWhoIsInterrupted() {
        StoredAudit audit = audit();
        Thread.currentThread().interrupt();
        audit.append(ANN, "job.cancel", "bt_1", "ok");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(all(audit)).hasSize(1);
    }

    @Test
    void whoIsRefusedAgainAndAgainDoesNotFillTheLog() throws Exception {
        StoredAudit audit = audit();
        for (int i = 0; i < 1000; i++) {
            audit.append(NOBODY, "session.open", null, "denied");
        }
        audit.append(new Caller(0, "", Set.of(), "", "10.8.8.8"), "session.open", null, "denied");
        assertThat(all(audit)).extracting(AuditRecord::count).containsExactly(1L, 1L);

        clock.move(Duration.ofSeconds(61));
        await(() -> all(audit).size() == 3);
        assertThat(all(audit).get(0).count()).isEqualTo(999);
        assertThat(all(audit).get(0).address()).isEqualTo("10.9.9.9");
        audit.append(NOBODY, "session.open", null, "denied");
        assertThat(all(audit)).hasSize(4);
        assertThat(audit.verify(null).intact()).isTrue();
    }

    @Test
    void countsWhatIsLeftWhenItStops() {
        StoredAudit audit = audit();
        for (int i = 0; i < 5; i++) {
            audit.append(NOBODY, "login", null, "denied");
        }
        audit.close();
        assertThat(all(audit)).extracting(AuditRecord::count).containsExactly(4L, 1L);
        assertThatThrownBy(() -> audit.append(ANN, "login", null, "ok")).isInstanceOf(QuantException.class);
    }

    @Test
    void oldRecordsGoAndTheRestStaysIntact() {
        StoredAudit audit = audit(Duration.ofDays(30));
        audit.append(ANN, "strategy.create", "old", "ok");
        audit.append(ANN, "strategy.update", "old", "ok");
        clock.move(Duration.ofDays(20));
        audit.append(ANN, "strategy.create", "young", "ok");
        assertThat(audit.prune()).isZero();
        clock.move(Duration.ofDays(11));

        assertThat(audit.prune()).isEqualTo(2);
        assertThat(all(audit)).extracting(AuditRecord::action).containsExactly("audit.prune", "strategy.create");
        AuditVerification verified = audit.verify(null);
        assertThat(verified.broken()).isNull();
        assertThat(verified.firstId()).isEqualTo(3);

        assertThatThrownBy(() -> database.write(session -> session.update("delete from audit_log where id = 3")))
                .isInstanceOf(QuantException.class);
        tamper("delete from audit_log where id = 3");
        assertThat(audit.verify(null).intact()).isFalse();
    }

    @Test
    void searches() {
        StoredAudit audit = audit();
        audit.append(ANN, "strategy.create", "mine", "ok");
        clock.move(Duration.ofHours(1));
        audit.append(ANN, "strategy.delete", "mine", "failed");
        audit.append(NOBODY, "login", null, "denied");
        Instant now = clock.instant();

        assertThat(count(audit, AuditQuery.ALL.ofUser("ann"))).isEqualTo(2);
        assertThat(count(audit, AuditQuery.ALL.ofAction("login"))).isEqualTo(1);
        assertThat(count(audit, new AuditQuery(null, null, "mine", "failed", null, null, null)))
                .isEqualTo(1);
        assertThat(count(audit, new AuditQuery(null, null, null, null, "10.9.9.9", null, null)))
                .isEqualTo(1);
        assertThat(count(audit, new AuditQuery(null, null, null, null, null, now.minusSeconds(60), null)))
                .isEqualTo(2);
        assertThat(count(audit, new AuditQuery(null, null, null, null, null, null, now.minusSeconds(60))))
                .isEqualTo(1);
        assertThat(count(audit, AuditQuery.ALL.ofUser("' or '1'='1"))).isZero();
    }

    private static long count(StoredAudit audit, AuditQuery query) {
        return audit.list(query, PageRequest.FIRST).total();
    }

    @Test
    void takesAnyText() {
        StoredAudit audit = audit();
        audit.append(ANN, "strategy.create", "a\0b \uD83D\uDE00 " + "x".repeat(5000), "ok");
        audit.append(ANN, "strategy.create", "x".repeat(999) + "\uD83D\uDE00", "ok");
        assertThat(all(audit).get(1).resource()).startsWith("a b \uD83D\uDE00").hasSize(1000);
        assertThat(all(audit).get(0).resource()).hasSize(999);
        assertThat(audit.verify(null).intact()).isTrue();
    }

    @Test
    void chainsTheRecordsOfEarlierVersions() {
        DataSource source = TestDatabase.empty();
        migrate(source, "26");
        Database older = new Database(source, "embedded", 60);
        older.write(
                session -> session.update(
                        """
                insert into audit_log (user_id, username, action, resource, status, address, timestamp)
                select n, 'user' || n, 'strategy.create', case when n % 2 = 0 then 'é' || n end, 'ok', '10.0.0.1',
                    timestamptz '1999-12-31 23:59:59.999999+00' + n * interval '1.000001 s'
                from generate_series(1, 9) n where n <> 4"""));
        older.write(session -> {
            session.list("select nextval(pg_get_serial_sequence('audit_log', 'id'))", row -> 0);
            return session.update(
                    "insert into audit_log (user_id, username, action, status, address) values (1, 'z', 'x', 'ok', '')");
        });
        migrate(source, "27");

        StoredAudit audit = new StoredAudit(older, folder.resolve("anchors"), Duration.ZERO, clock);
        open.add(audit);
        audit.append(ANN, "login", null, "ok");
        AuditVerification verified = audit.verify(null);
        assertThat(verified.broken()).isNull();
        assertThat(verified.records()).isEqualTo(10);
    }

    private static void migrate(DataSource source, String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void aLineOfTheAnchorFileThatACrashCutOffIsPassedOver() throws Exception {
        StoredAudit audit = audit();
        audit.append(ANN, "login", null, "ok");
        Files.writeString(folder.resolve("audit-anchors"), "1 abc", StandardCharsets.US_ASCII);
        assertThat(audit.verify(null).intact()).isTrue();
    }
}

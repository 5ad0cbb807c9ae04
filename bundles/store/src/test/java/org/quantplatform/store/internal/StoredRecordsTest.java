package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.health.HealthReport.DatabaseInfo;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.sharing.ShareStore.NewShare;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.Role;
import org.quantplatform.model.Universe;
import org.quantplatform.store.internal.sql.Database;

class StoredRecordsTest {

    private Database database;
    private StoredStrategies strategies;
    private Caller ann;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        strategies = new StoredStrategies(database);
        ann = TestDatabase.caller(database, "ann");
    }

    @Test
    void migratesOnceAndRefusesALaterSchema() throws Exception {
        DataSource source = TestDatabase.empty();

        assertThat(SchemaMigration.migrate(source)).isPositive();
        assertThat(SchemaMigration.migrate(source)).isZero();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into flyway_schema_history
                    select installed_rank + 100, '999', description, type, script, checksum, installed_by, installed_on,
                           execution_time, success
                    from flyway_schema_history order by installed_rank desc limit 1""");
        }
        assertThatThrownBy(() -> SchemaMigration.migrate(source)).hasMessageContaining("999");
    }

    @Test
    void tellsWhichDatabaseAnswers() {
        BoundedProbe probe = new BoundedProbe(database);

        DatabaseInfo info = probe.probe().orElseThrow();
        probe.stop();

        assertThat(info.kind()).isEqualTo("embedded");
        assertThat(info.version()).startsWith("18");
        assertThat(info.timescaledb()).isNull();
    }

    @Test
    void makesAUserOnce() {
        StoredUsers users = new StoredUsers(database);

        assertThat(users.ensureUser("ann", Set.of(Role.ADMIN))).isEqualTo(ann.userId());
        assertThat(users.ensureUser("bob", Set.of(Role.ADMIN, Role.USER))).isNotEqualTo(ann.userId());
    }

    @Test
    void storesAStrategyAsItIs() {
        StoredStrategy stored = strategies.create(ann.userId(), strategy("Momentum", 0.1), Optional.empty());

        assertThat(stored.version()).isEqualTo(1);
        assertThat(strategies.get(ann.userId(), "momentum")).contains(stored);
        assertThat(stored)
                .usingRecursiveComparison()
                .ignoringFields("version", "createdAt", "updatedAt")
                .isEqualTo(strategy("Momentum", 0.1));
        assertThat(strategies.get(ann.userId() + 1, "momentum")).isEmpty();
        assertThat(strategies.list(ann.userId(), PageRequest.FIRST).items()).containsExactly(stored);
    }

    @Test
    void aSharedStrategyIsReadByItsOwnersName() {
        Caller bob = TestDatabase.caller(database, "bob");
        StoredStrategy stored = strategies.create(ann.userId(), strategy("Momentum", 0.1), Optional.empty());
        assertThat(strategies.shared(bob.userId(), "ann", "momentum")).isEmpty();

        StoredShares shares = new StoredShares(database);
        shares.add(new NewShare(ann.userId(), null, "momentum", bob.userId(), null, null));
        assertThat(strategies.shared(bob.userId(), "ann", "momentum")).contains(stored);
        assertThat(strategies.get(bob.userId(), "momentum")).isEmpty();
        assertThat(shares.received(bob.userId(), PageRequest.FIRST)
                        .items()
                        .get(0)
                        .id())
                .isEqualTo("ann:momentum");
        strategies.delete(ann.userId(), "momentum");
        assertThat(shares.received(bob.userId(), PageRequest.FIRST).total()).isZero();
    }

    @Test
    void refusesASecondStrategyOfTheSameId() {
        Optional<String> key = Optional.of("k");
        StoredStrategy stored = strategies.create(ann.userId(), strategy("Momentum", 0.1), key);

        assertThat(strategies.create(ann.userId(), strategy("Momentum", 0.1), key))
                .isEqualTo(stored);
        assertCode("conflict", () -> strategies.create(ann.userId(), strategy("Momentum", 0.2), key));
        assertCode("conflict", () -> strategies.create(ann.userId(), strategy("Momentum", 0.1), Optional.empty()));
    }

    @Test
    void forgetsAKeyAfterADay() {
        Optional<String> key = Optional.of("k");
        strategies.create(ann.userId(), strategy("Momentum", 0.1), key);
        database.write(session ->
                session.update("update idempotency_keys set created_at = created_at - interval '23 hours 59 minutes'"));
        assertCode("conflict", () -> strategies.create(ann.userId(), strategy("Value", 0.2), key));

        database.write(session ->
                session.update("update idempotency_keys set created_at = created_at - interval '2 minutes'"));
        assertThat(strategies.create(ann.userId(), strategy("Value", 0.2), key).name())
                .isEqualTo("Value");
    }

    @Test
    void updatesOnlyTheVersionExpected() {
        strategies.create(ann.userId(), strategy("Momentum", 0.1), Optional.empty());

        StoredStrategy second = strategies.update(ann.userId(), strategy("Momentum", 0.2), Optional.of(1));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.factors().get(0).weight()).isEqualTo(0.2);
        assertCode(
                "precondition_failed",
                () -> strategies.update(ann.userId(), strategy("Momentum", 0.3), Optional.of(1)));
        assertCode("not_found", () -> strategies.update(ann.userId(), strategy("Other", 0.3), Optional.empty()));
        assertThat(strategies.delete(ann.userId(), "momentum")).isTrue();
        assertThat(strategies.delete(ann.userId(), "momentum")).isFalse();
    }

    @Test
    void refusesTextThatCannotBeStored() {
        assertCode("invalid_request", () -> strategies.create(ann.userId(), strategy("a\0b", 0.1), Optional.empty()));
    }

    private static void assertCode(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code().code()).isEqualTo(code));
    }

    private static StoredStrategy strategy(String name, double weight) {
        return new StoredStrategy(
                name.toLowerCase(java.util.Locale.ROOT),
                name,
                "",
                "factor-rank",
                Map.of("top", 10, "invested", 0.98, "names", List.of("a", "b")),
                List.of(new FactorWeight("momentum", weight, Map.of("lookback", 252))),
                Universe.of(Market.US),
                QuantJson.read("{}", Constraints.class),
                Rebalance.threshold(0.05),
                7,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}

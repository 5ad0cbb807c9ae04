package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.OptimizerChoice;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.core.strategies.StrategyStore;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.Universe;
import org.quantplatform.store.internal.Idempotency.Use;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Strategies in the database: the whole definition as a document, with the columns that people query beside it. */
@Component
public final class StoredStrategies implements StrategyStore {

    private static final String SCOPE = "strategy";
    private static final String COLUMNS = "definition, version, created_at, updated_at";

    private final Database database;

    @Activate
    public StoredStrategies(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Page<StoredStrategy> list(long ownerId, PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        "select " + COLUMNS + " from strategies where owner_id = ? order by id limit ? offset ?",
                        StoredStrategies::strategy,
                        ownerId,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from strategies where owner_id = ?", ownerId)));
    }

    @Override
    public Optional<StoredStrategy> get(long ownerId, String id) {
        return database.read(session -> find(session, ownerId, id));
    }

    @Override
    public Optional<StoredStrategy> shared(long readerId, String owner, String id) {
        return database.read(session -> session.first(
                """
                select t.definition, t.version, t.created_at, t.updated_at
                from strategies t join users o on o.id = t.owner_id
                join shares s on s.owner_id = t.owner_id and s.strategy_id = t.id
                where s.user_id = ? and o.username = ? and t.id = ? and\s"""
                        + StoredShares.IN_FORCE,
                StoredStrategies::strategy,
                readerId,
                owner,
                id));
    }

    @Override
    public StoredStrategy create(long ownerId, StoredStrategy strategy, Optional<String> idempotencyKey) {
        String content = content(strategy);
        return database.write(session -> {
            Use use = new Use(ownerId, SCOPE, idempotencyKey, content);
            Optional<StoredStrategy> earlier =
                    Idempotency.claim(session, use, strategy.id()).isPresent()
                            ? find(session, ownerId, strategy.id())
                            : Optional.empty();
            if (earlier.isPresent()) {
                return earlier.get();
            }
            return insert(session, ownerId, strategy)
                    .orElseThrow(() -> QuantException.of(
                            ErrorCode.CONFLICT, "there is a strategy '" + strategy.id() + "' already"));
        });
    }

    @Override
    public StoredStrategy update(long ownerId, StoredStrategy strategy, Optional<Integer> expectedVersion) {
        return database.write(session -> {
            Optional<Integer> version = session.first(
                    "select version from strategies where owner_id = ? and id = ? for update",
                    row -> row.getInt("version"),
                    ownerId,
                    strategy.id());
            if (version.isEmpty()) {
                throw QuantException.notFound("strategy", strategy.id());
            }
            if (expectedVersion.isPresent() && !expectedVersion.equals(version)) {
                throw QuantException.of(
                        ErrorCode.PRECONDITION_FAILED,
                        "strategy '" + strategy.id() + "' is at version " + version.get() + ", not "
                                + expectedVersion.get());
            }
            return replace(session, ownerId, strategy);
        });
    }

    @Override
    public boolean delete(long ownerId, String id) {
        return database.write(session -> {
            Idempotency.forget(session, ownerId, SCOPE, id);
            return session.update("delete from strategies where owner_id = ? and id = ?", ownerId, id) == 1;
        });
    }

    private static Optional<StoredStrategy> find(Session session, long ownerId, String id) throws SQLException {
        return session.first(
                "select " + COLUMNS + " from strategies where owner_id = ? and id = ?",
                StoredStrategies::strategy,
                ownerId,
                id);
    }

    private static Optional<StoredStrategy> insert(Session session, long ownerId, StoredStrategy s)
            throws SQLException {
        return session.first(
                """
                insert into strategies (owner_id, id, name, description, plugin, factor_weights, constraints,
                                        rebalance_frequency, definition, version)
                values (?, ?, ?, ?, ?, ?::json, ?::json, ?, ?::json, 1)
                on conflict (owner_id, id) do nothing returning\s"""
                        + COLUMNS,
                StoredStrategies::strategy,
                ownerId,
                s.id(),
                s.name(),
                s.description(),
                s.plugin(),
                QuantJson.write(s.factors()),
                QuantJson.write(s.constraints()),
                text(s.rebalanceFrequency()),
                content(s));
    }

    private static StoredStrategy replace(Session session, long ownerId, StoredStrategy s) throws SQLException {
        return session.first(
                        """
                        update strategies
                        set name = ?, description = ?, plugin = ?, factor_weights = ?::json, constraints = ?::json,
                            rebalance_frequency = ?, definition = ?::json, version = version + 1,
                            updated_at = clock_timestamp()
                        where owner_id = ? and id = ? returning\s"""
                                + COLUMNS,
                        StoredStrategies::strategy,
                        s.name(),
                        s.description(),
                        s.plugin(),
                        QuantJson.write(s.factors()),
                        QuantJson.write(s.constraints()),
                        text(s.rebalanceFrequency()),
                        content(s),
                        ownerId,
                        s.id())
                .orElseThrow();
    }

    private static @Nullable String text(@Nullable Rebalance rebalance) {
        return rebalance == null ? null : rebalance.toString();
    }

    /** Without version and times, which have columns of their own. */
    private static String content(StoredStrategy s) {
        return QuantJson.write(new Content(
                s.id(),
                s.name(),
                s.description(),
                s.plugin(),
                s.parameters(),
                s.factors(),
                s.universe(),
                s.constraints(),
                s.rebalanceFrequency(),
                s.optimizer(),
                s.combination()));
    }

    private static StoredStrategy strategy(ResultSet row) throws SQLException {
        Content c = QuantJson.read(row.getString("definition"), Content.class);
        return new StoredStrategy(
                c.id(),
                c.name(),
                c.description(),
                c.plugin(),
                c.parameters(),
                List.copyOf(c.factors()),
                c.universe(),
                c.constraints(),
                c.rebalanceFrequency(),
                row.getInt("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                c.optimizer(),
                c.combination());
    }

    private record Content(
            String id,
            String name,
            String description,
            String plugin,
            Map<String, Object> parameters,
            List<FactorWeight> factors,
            Universe universe,
            Constraints constraints,
            @Nullable Rebalance rebalanceFrequency,
            @Nullable OptimizerChoice optimizer,
            @Nullable FactorCombination combination) {}
}

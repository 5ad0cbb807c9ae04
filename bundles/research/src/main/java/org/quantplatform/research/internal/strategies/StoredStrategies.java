package org.quantplatform.research.internal.strategies;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.Strategies;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.core.factors.ExpressionStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.strategies.StrategyStore;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.requests.OwnFactors;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.requests.SpecReader;

/** Stores strategies with every default filled in, so that a later default does not change what they mean. */
@Component
public final class StoredStrategies implements CallerService<Strategies> {

    private final StrategyStore store;
    private final ExpressionStore expressions;
    private final PluginRegistry registry;

    @Activate
    public StoredStrategies(
            @Reference StrategyStore store,
            @Reference ExpressionStore expressions,
            @Reference PluginRegistry registry) {
        this.store = store;
        this.expressions = expressions;
        this.registry = registry;
    }

    @Override
    public Class<Strategies> type() {
        return Strategies.class;
    }

    @Override
    public Strategies forCaller(Caller caller) {
        return new Own(caller.userId());
    }

    /** The id under which a name is stored; empty when the name has no letter or digit. */
    public static String idOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    }

    /** The reader's own, or one that another user shares, which is named {@code <owner>:<id>}. */
    public static Optional<StoredStrategy> find(StrategyStore store, long reader, String id) {
        int colon = id.indexOf(':');
        Optional<StoredStrategy> shared = colon < 1
                ? Optional.empty()
                : store.shared(reader, id.substring(0, colon), idOf(id.substring(colon + 1)));
        return shared.or(() -> store.get(reader, idOf(id)));
    }

    private StoredStrategy checked(StrategyDefinition definition, long owner) {
        Problems problems = new Problems();
        String name = definition.name() == null ? "" : definition.name().strip();
        problems.addIf(idOf(name).isEmpty() || name.length() > 100, "name", "must have 1 to 100 characters");
        String description = definition.description() == null ? "" : definition.description();
        problems.addIf(description.length() > 4000, "description", "must have at most 4000 characters");
        Universe universe = definition.universe() == null
                ? Universe.of(SpecReader.DEFAULT_MARKET)
                : definition.universe().orIn(SpecReader.DEFAULT_MARKET);
        SpecReader.checkUniverse(universe, "universe.", problems);
        SpecReader reader = new SpecReader(new OwnFactors(registry, expressions, owner));
        Optional<BoundSpec> bound = reader.read(definition.spec(), "", problems);
        problems.throwIfAny();
        BoundSpec spec = bound.orElseThrow();
        return new StoredStrategy(
                idOf(name),
                name,
                description,
                spec.strategy().pin().id(),
                spec.strategy().values(),
                spec.factorWeights(),
                universe,
                spec.constraints(),
                spec.rebalance(),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                spec.optimizerChoice(),
                spec.combination());
    }

    private final class Own implements Strategies {

        private final long owner;

        Own(long owner) {
            this.owner = owner;
        }

        @Override
        public Page<StoredStrategy> list(PageRequest page) {
            return store.list(owner, page);
        }

        @Override
        public StoredStrategy get(String id) {
            return find(store, owner, id).orElseThrow(() -> QuantException.notFound("strategy", id));
        }

        @Override
        public StoredStrategy create(StrategyDefinition definition, Optional<String> idempotencyKey) {
            return store.create(owner, checked(definition, owner), idempotencyKey);
        }

        @Override
        public StoredStrategy update(String id, StrategyDefinition definition, Optional<Integer> expectedVersion) {
            store.get(owner, idOf(id)).orElseThrow(() -> QuantException.notFound("strategy", id));
            StoredStrategy strategy = checked(definition, owner);
            if (!strategy.id().equals(idOf(id))) {
                throw QuantException.invalid(
                        "name", "must keep the id '" + idOf(id) + "', was '" + strategy.id() + "'");
            }
            return store.update(owner, strategy, expectedVersion);
        }

        @Override
        public void delete(String id) {
            if (!store.delete(owner, idOf(id))) {
                throw QuantException.notFound("strategy", id);
            }
        }
    }
}

package org.quantplatform.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.Strategies;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;

/** Keeps what it is told. */
final class MemoryStrategies implements Strategies {

    final List<StrategyDefinition> defined = new ArrayList<>();
    private final TreeMap<String, StoredStrategy> stored = new TreeMap<>();

    @Override
    public Page<StoredStrategy> list(PageRequest page) {
        return Page.cut(List.copyOf(stored.values()), page);
    }

    @Override
    public StoredStrategy get(String id) {
        return Optional.ofNullable(stored.get(id)).orElseThrow(() -> QuantException.notFound("strategy", id));
    }

    @Override
    public StoredStrategy create(StrategyDefinition definition, Optional<String> idempotencyKey) {
        String id = String.valueOf(definition.name()).toLowerCase(Locale.ROOT).replace(' ', '_');
        if (stored.containsKey(id)) {
            throw QuantException.of(ErrorCode.CONFLICT, "a strategy is called '" + id + "' already");
        }
        return store(id, definition, 1);
    }

    @Override
    public StoredStrategy update(String id, StrategyDefinition definition, Optional<Integer> expectedVersion) {
        return store(id, definition, get(id).version() + 1);
    }

    @Override
    public void delete(String id) {
        get(id);
        stored.remove(id);
    }

    private StoredStrategy store(String id, StrategyDefinition definition, int version) {
        defined.add(definition);
        Instant at = Instant.parse("2026-01-02T03:04:05Z");
        StoredStrategy strategy = new StoredStrategy(
                id,
                String.valueOf(definition.name()),
                "",
                "factor-rank",
                definition.parameters() == null ? Map.of() : definition.parameters(),
                definition.factors() == null ? List.of() : definition.factors(),
                definition.universe() == null ? Universe.of(Market.US) : definition.universe(),
                Constraints.NONE,
                definition.rebalanceFrequency(),
                version,
                at,
                at);
        stored.put(id, strategy);
        return strategy;
    }
}

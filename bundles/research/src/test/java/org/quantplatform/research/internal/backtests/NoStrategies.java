package org.quantplatform.research.internal.backtests;

import java.util.List;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.core.strategies.StrategyStore;

/** A store in which nobody has stored anything. */
public final class NoStrategies implements StrategyStore {

    @Override
    public Page<StoredStrategy> list(long ownerId, PageRequest page) {
        return Page.of(List.of(), page, 0);
    }

    @Override
    public Optional<StoredStrategy> get(long ownerId, String id) {
        return Optional.empty();
    }

    @Override
    public Optional<StoredStrategy> shared(long readerId, String owner, String id) {
        return Optional.empty();
    }

    @Override
    public StoredStrategy create(long ownerId, StoredStrategy strategy, Optional<String> idempotencyKey) {
        return strategy;
    }

    @Override
    public StoredStrategy update(long ownerId, StoredStrategy strategy, Optional<Integer> expectedVersion) {
        return strategy;
    }

    @Override
    public boolean delete(long ownerId, String id) {
        return false;
    }
}

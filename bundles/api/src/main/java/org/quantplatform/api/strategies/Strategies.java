package org.quantplatform.api.strategies;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/** The caller's stored strategies. Ids are taken in any case. */
@ProviderType
public interface Strategies {

    /** In order of id. */
    @Access(Permission.STRATEGY_READ)
    Page<StoredStrategy> list(PageRequest page);

    /** Refuses {@code NOT_FOUND}, also for another owner's. */
    @Access(Permission.STRATEGY_READ)
    StoredStrategy get(String id);

    /**
     * Refuses {@code INVALID_REQUEST} with every wrong field, {@code CONFLICT} when the name is taken.
     *
     * @param idempotencyKey a second call with the same key and definition answers with what the first one made
     */
    @Access(value = Permission.STRATEGY_WRITE, audit = "strategy.create")
    StoredStrategy create(StrategyDefinition definition, Optional<String> idempotencyKey);

    /**
     * Replaces the definition; the name must keep its id.
     *
     * @param expectedVersion when present and not the stored version, refuses {@code PRECONDITION_FAILED}
     */
    @Access(value = Permission.STRATEGY_WRITE, audit = "strategy.update")
    StoredStrategy update(String id, StrategyDefinition definition, Optional<Integer> expectedVersion);

    /** Backtests of the strategy stay. */
    @Access(value = Permission.STRATEGY_WRITE, audit = "strategy.delete")
    void delete(String id);
}

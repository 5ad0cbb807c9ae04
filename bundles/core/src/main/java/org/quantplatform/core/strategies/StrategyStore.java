package org.quantplatform.core.strategies;

import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.strategies.StoredStrategy;

/** Stored strategies, unique by owner and id. */
public interface StrategyStore {

    Page<StoredStrategy> list(long ownerId, PageRequest page);

    Optional<StoredStrategy> get(long ownerId, String id);

    /** What another user shares with the reader. */
    Optional<StoredStrategy> shared(long readerId, String owner, String id);

    /**
     * Stores a new strategy; version and times of {@code strategy} are ignored.
     *
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when the owner has this id, unless the idempotency key
     *     was used for it with the same content
     */
    StoredStrategy create(long ownerId, StoredStrategy strategy, Optional<String> idempotencyKey);

    /**
     * Replaces it under the next version.
     *
     * @throws org.quantplatform.model.QuantException {@code NOT_FOUND}, or {@code PRECONDITION_FAILED} when {@code
     *     expectedVersion} is not the stored one
     */
    StoredStrategy update(long ownerId, StoredStrategy strategy, Optional<Integer> expectedVersion);

    /** @return false when there was none */
    boolean delete(long ownerId, String id);
}

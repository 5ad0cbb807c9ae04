package org.quantplatform.core.factors;

import java.time.Instant;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;

/** Stored formulas, unique by owner and id. */
public interface ExpressionStore {

    /** How many a user may have. */
    int MOST = 1000;

    /** A formula as it was written. */
    record StoredText(String id, String expression, String description, Instant createdAt) {}

    Page<StoredText> list(long ownerId, PageRequest page);

    Optional<StoredText> get(long ownerId, String id);

    /**
     * Stores a new formula; what is stored when it is the same.
     *
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when the id stands for another formula, {@code
     *     QUOTA_EXCEEDED} beyond {@value #MOST}
     */
    StoredText create(long ownerId, String id, String expression, String description);

    /** @return false when there was none */
    boolean delete(long ownerId, String id);
}

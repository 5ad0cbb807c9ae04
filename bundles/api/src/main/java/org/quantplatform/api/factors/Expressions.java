package org.quantplatform.api.factors;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/**
 * The caller's own formulas, each usable by its id wherever a request of the caller names a factor. A request that was
 * accepted keeps the text, whatever becomes of the stored formula. Ids are taken in any case, with {@code -} or {@code _}.
 */
@ProviderType
public interface Expressions {

    /** What formulas may call, in the order of the documented table. */
    @Access(Permission.FACTOR_READ)
    Page<ExpressionOperator> operators(PageRequest page);

    /** In order of id. */
    @Access(Permission.FACTOR_READ)
    Page<StoredExpression> list(PageRequest page);

    /** Refuses {@code NOT_FOUND}, also for another owner's. */
    @Access(Permission.FACTOR_READ)
    StoredExpression get(String id);

    /**
     * Stores a formula. The same again answers with what is stored.
     *
     * <p>Refuses {@code INVALID_REQUEST} with every wrong field, of a formula with the place where it is wrong; {@code
     * CONFLICT} when the id stands for another formula; {@code QUOTA_EXCEEDED} from the 1,001st on.
     */
    @Access(value = Permission.FACTOR_RUN, audit = "expression.create")
    StoredExpression create(ExpressionDefinition definition);

    @Access(value = Permission.FACTOR_RUN, audit = "expression.delete")
    void delete(String id);
}

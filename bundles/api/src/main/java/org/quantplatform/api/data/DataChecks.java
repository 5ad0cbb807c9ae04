package org.quantplatform.api.data;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/** Checks stored bars and flags what is doubtful; mends nothing. */
@ProviderType
public interface DataChecks {

    /**
     * Stores a queued check and returns. Within its range its flags take the place of those of earlier checks.
     *
     * @param idempotencyKey a repeated key with the same request answers with the first check
     */
    @Access(value = Permission.DATA_WRITE, audit = "data.check")
    CheckReport submit(CheckRequest request, Optional<String> idempotencyKey);

    /** As {@link #submit(CheckRequest, Optional)}, a new check each time. */
    @Access(value = Permission.DATA_WRITE, audit = "data.check")
    default CheckReport submit(CheckRequest request) {
        return submit(request, Optional.empty());
    }

    @Access(Permission.DATA_READ)
    CheckReport get(String id);

    /** Latest first. */
    @Access(Permission.DATA_READ)
    Page<CheckReport> list(PageRequest page);

    /** In order of ticker, day and rule; refuses {@code NOT_FOUND} when there is no such check. */
    @Access(Permission.DATA_READ)
    Page<Finding> findings(String id, FindingQuery query, PageRequest page);
}

package org.quantplatform.api.data;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/** Checks stored bars and flags what is doubtful; mends nothing. */
@ProviderType
public interface DataChecks {

    /** Stores a queued check and returns. Within its range its flags take the place of those of earlier checks. */
    @Access(value = Permission.DATA_WRITE, audit = "data.check")
    CheckReport submit(CheckRequest request);

    @Access(Permission.DATA_READ)
    CheckReport get(String id);

    /** Latest first. */
    @Access(Permission.DATA_READ)
    Page<CheckReport> list(PageRequest page);

    /** In order of ticker, day and rule; refuses {@code NOT_FOUND} when there is no such check. */
    @Access(Permission.DATA_READ)
    Page<Finding> findings(String id, FindingQuery query, PageRequest page);
}

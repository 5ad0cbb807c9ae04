package org.quantplatform.core.health;

import java.util.Optional;
import org.quantplatform.api.health.HealthReport.DatabaseInfo;

/** Asks the database how it is; answers within a second. */
public interface DatabaseProbe {

    /** Empty while the database does not answer or its schema is not up to date. */
    Optional<DatabaseInfo> probe();
}

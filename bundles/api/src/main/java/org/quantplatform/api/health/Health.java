package org.quantplatform.api.health;

import org.osgi.annotation.versioning.ProviderType;

/** Tells anybody, without a session, how the platform is. */
@ProviderType
public interface Health {

    /** Answers within a second, also when the database does not. */
    HealthReport report();
}

package org.quantplatform.shell.karaf;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Sessions;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.api.health.Health;

/** The services of this server as they are at the moment; null while one is not there. */
interface Platform {

    @Nullable
    Sessions sessions();

    @Nullable
    Health health();

    @Nullable
    Logins logins();
}

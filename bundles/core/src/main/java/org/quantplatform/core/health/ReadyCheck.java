package org.quantplatform.core.health;

import java.util.Optional;

/** Work that a server does before it says that it is ready. */
public interface ReadyCheck {

    /** What is being done, in a few words; empty once it is done or given up. */
    Optional<String> pending();
}

package org.quantplatform.spi.auth;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Remembers proofs that serve only once, also over restarts and for all servers on the same database. */
@ProviderType
public interface UsedProofs {

    /**
     * True for the first who brings this proof, however many bring it at once.
     *
     * @param mode id of the auth mode
     * @param proof of any length; only its hash is stored
     * @param until from when on the mode refuses the proof for its age
     */
    boolean firstUse(String mode, String proof, Instant until);
}

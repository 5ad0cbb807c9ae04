package org.quantplatform.source.akshare.internal;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One configured source.
 *
 * @param id of the source, for messages
 * @param hosts of Eastmoney
 * @param tools address of the AKTools server that is asked in place of Eastmoney, null for none
 * @param perMinute requests that may be made in a minute, 0 for any number
 */
record AkShareSetup(String id, Eastmoney.Hosts hosts, @Nullable URI tools, double perMinute, Patience patience) {

    /**
     * How often a request is made before it is given up.
     *
     * @param pause before the second time
     * @param timeout until an answer begins
     */
    record Patience(int attempts, Duration pause, Duration timeout) {

        /** An AKTools server takes minutes for a long list. */
        static final Patience USUAL = new Patience(5, Duration.ofSeconds(2), Duration.ofMinutes(4));
    }
}

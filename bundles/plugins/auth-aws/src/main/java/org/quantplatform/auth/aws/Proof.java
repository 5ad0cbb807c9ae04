package org.quantplatform.auth.aws;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A request to STS that a caller has signed and that this server may send on.
 *
 * @param headers as they go out, without {@code Host}, which follows from the address
 * @param signature serves once
 * @param signedAt as the caller's clock said
 */
record Proof(URI endpoint, Map<String, String> headers, String signature, Instant signedAt) {

    static final String BODY = "Action=GetCallerIdentity&Version=2011-06-15";

    Proof {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Proof[" + endpoint + " at " + signedAt + "]";
    }
}

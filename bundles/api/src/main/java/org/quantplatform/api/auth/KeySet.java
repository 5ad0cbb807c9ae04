package org.quantplatform.api.auth;

import java.util.List;
import java.util.Map;

/**
 * Public keys by which access tokens are verified (JSON Web Key Set, RFC 7517).
 *
 * @param keys each by its members, such as {@code kty}, {@code kid} and {@code alg}
 */
public record KeySet(List<Map<String, String>> keys) {

    public KeySet {
        keys = List.copyOf(keys);
    }
}

package org.quantplatform.research.internal.sharing;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.quantplatform.core.digest.Sha256;

/** Tokens of links: 64 random hexadecimal digits, of which only the SHA-256 is stored. */
final class LinkTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private LinkTokens() {}

    static String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static boolean isToken(String text) {
        return text.matches("[0-9a-f]{" + 2 * BYTES + "}");
    }

    static String hash(String token) {
        return Sha256.hex(token);
    }
}

package org.quantplatform.security.internal.login;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.quantplatform.core.digest.Sha256;

/** Random secrets and what is stored instead of them. */
final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int PASSWORD_LENGTH = 20;

    /** Without what is read wrongly: 0 and O, 1, l and I. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private Tokens() {}

    /** 64 hexadecimal digits. */
    static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** 20 letters and digits, over 110 bits. */
    static String password() {
        StringBuilder text = new StringBuilder(PASSWORD_LENGTH);
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    static boolean isToken(String text) {
        return text.length() == 2 * TOKEN_BYTES && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /** SHA-256; tokens are random, so that it needs no salt and no work. */
    static String hash(String text) {
        return Sha256.hex(text);
    }
}

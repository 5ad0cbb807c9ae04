package org.quantplatform.source.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A key or password that shows itself to nobody by accident. */
public final class Secret {

    private static final String HIDDEN = "***";
    private static final int SHORT = 16;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        return new Secret(text.strip());
    }

    /** For the request itself and nothing else. */
    public String reveal() {
        return text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The text without this secret, plain or as a URL would write it. */
    public String hiddenIn(String message) {
        if (text.isEmpty()) {
            return message;
        }
        return message.replace(text, HIDDEN).replace(URLEncoder.encode(text, StandardCharsets.UTF_8), HIDDEN);
    }

    /** Tells two secrets apart without telling either. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}

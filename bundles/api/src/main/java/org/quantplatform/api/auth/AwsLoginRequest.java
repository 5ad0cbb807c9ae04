package org.quantplatform.api.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

/**
 * A caller's proof by an identity of AWS: a request to STS for GetCallerIdentity, signed with Signature Version 4, which the
 * server sends on. It holds no secret, but serves whoever has it first.
 *
 * @param method {@code POST}
 * @param url of STS
 * @param headers as they were signed, with {@code Authorization}, {@code Host} and {@code X-Quant-Server-Name}
 * @param body {@code Action=GetCallerIdentity&Version=2011-06-15}
 */
public record AwsLoginRequest(String method, String url, Map<String, String> headers, String body) {

    private static final String PREFIX = "aws.";
    private static final String HEADER = PREFIX + "header.";
    private static final int LONGEST = 8192;
    private static final int MOST_HEADERS = 20;

    /**
     * @throws QuantException {@code INVALID_REQUEST} when a part is missing or too long
     */
    public Credentials credentials(String address) {
        List<FieldError> errors = new ArrayList<>();
        check(errors, "method", method);
        check(errors, "url", url);
        check(errors, "body", body);
        if (headers == null || headers.size() > MOST_HEADERS) {
            errors.add(new FieldError("headers", "must be 1 to " + MOST_HEADERS + " signed headers"));
        } else {
            headers.forEach((name, value) -> check(errors, "headers", value));
        }
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
        Map<String, String> values = new HashMap<>();
        values.put(PREFIX + "method", method);
        values.put(PREFIX + "url", url);
        values.put(PREFIX + "body", body);
        headers.forEach((name, value) -> values.put(HEADER + name, value));
        return new Credentials(values, address);
    }

    /** The way back from {@link #credentials}. */
    public static AwsLoginRequest of(Credentials credentials) {
        Map<String, String> headers = new HashMap<>();
        credentials.values().forEach((name, value) -> {
            if (name.startsWith(HEADER)) {
                headers.put(name.substring(HEADER.length()).toLowerCase(Locale.ROOT), value);
            }
        });
        return new AwsLoginRequest(
                credentials.values().getOrDefault(PREFIX + "method", ""),
                credentials.values().getOrDefault(PREFIX + "url", ""),
                headers,
                credentials.values().getOrDefault(PREFIX + "body", ""));
    }

    public static boolean isIn(Credentials credentials) {
        return credentials.values().containsKey(PREFIX + "url");
    }

    private static void check(List<FieldError> errors, String field, @Nullable String value) {
        if (value == null || value.length() > LONGEST) {
            errors.add(new FieldError(field, "is required, with at most " + LONGEST + " characters"));
        }
    }

    @Override
    public String toString() {
        return "AwsLoginRequest";
    }
}

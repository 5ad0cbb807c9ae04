package org.quantplatform.client.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4, as far as a request to the path {@code /} without a query needs it. Source: AWS Identity and
 * Access Management User Guide, "Create a signed AWS API request".
 */
final class SignatureV4 {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AwsKeys keys;
    private final String region;
    private final String service;

    SignatureV4(AwsKeys keys, String region, String service) {
        this.keys = keys;
        this.region = region;
        this.service = service;
    }

    /** As the header {@code X-Amz-Date} has it. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /**
     * Value of the header {@code Authorization}.
     *
     * @param headers to be signed, {@code X-Amz-Date} among them
     */
    String authorization(String method, Map<String, String> headers, String body) {
        SortedMap<String, String> canonical = new TreeMap<>();
        headers.forEach((name, value) ->
                canonical.put(name.toLowerCase(Locale.ROOT), value.strip().replaceAll(" +", " ")));
        String time = canonical.getOrDefault("x-amz-date", "");
        String signed = String.join(";", canonical.keySet());
        String lines = canonical.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String request = String.join("\n", method, "/", "", lines, signed, hex(sha256(body)));
        String scope = String.join("/", time.substring(0, 8), region, service, "aws4_request");
        String toSign = String.join("\n", ALGORITHM, time, scope, hex(sha256(request)));
        return ALGORITHM + " Credential=" + keys.accessKeyId() + "/" + scope + ", SignedHeaders=" + signed
                + ", Signature=" + hex(hmac(key(time.substring(0, 8)), toSign));
    }

    private byte[] key(String day) {
        byte[] dayKey = hmac(("AWS4" + keys.secretAccessKey()).getBytes(StandardCharsets.UTF_8), day);
        return hmac(hmac(hmac(dayKey, region), service), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

package org.quantplatform.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 of a POST to the path {@code /}, as the verifying side computes it. */
final class AwsSignature {

    private AwsSignature() {}

    /**
     * 64 hexadecimal digits.
     *
     * @param scope {@code day/region/service/aws4_request}
     * @param signed headers under the signature, in lower case
     */
    static String of(String secret, String scope, String time, Map<String, String> signed, String body) {
        SortedMap<String, String> headers = new TreeMap<>(signed);
        StringBuilder request = new StringBuilder("POST\n/\n\n");
        headers.forEach((name, value) -> request.append(name)
                .append(':')
                .append(value.strip().replaceAll(" +", " "))
                .append('\n'));
        request.append('\n')
                .append(String.join(";", headers.keySet()))
                .append('\n')
                .append(sha256(body));
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + sha256(request.toString());
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

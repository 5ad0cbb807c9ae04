package org.quantplatform.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A signed GetCallerIdentity request, right or, for attacks, wrong in one place. */
public final class SignedCallerIdentity {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final LocalSts.Identity identity;
    private final Map<String, String> headers = new TreeMap<>();
    private String method = "POST";
    private String url;
    private String body = "Action=GetCallerIdentity&Version=2011-06-15";

    private SignedCallerIdentity(LocalSts.Identity identity, String url) {
        this.identity = identity;
        this.url = url;
    }

    /** @param url of STS, without a path */
    public static SignedCallerIdentity of(LocalSts.Identity identity, String url, String serverName, Instant time) {
        SignedCallerIdentity made = new SignedCallerIdentity(identity, url + "/");
        made.headers.put("host", url.substring(url.indexOf("://") + 3));
        made.headers.put("content-type", "application/x-www-form-urlencoded");
        made.headers.put("x-amz-date", TIME.format(time));
        made.headers.put("x-quant-server-name", serverName);
        made.headers.put("x-quant-nonce", UUID.randomUUID().toString());
        if (identity.sessionToken() != null) {
            made.headers.put("x-amz-security-token", identity.sessionToken());
        }
        return made;
    }

    /** Another one than is signed. */
    public SignedCallerIdentity method(String other) {
        method = other;
        return this;
    }

    /** Another one than is signed. */
    public SignedCallerIdentity url(String other) {
        url = other;
        return this;
    }

    /** Signed along. */
    public SignedCallerIdentity body(String other) {
        body = other;
        return this;
    }

    /** Signed along. */
    public SignedCallerIdentity header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public SignedCallerIdentity without(String name) {
        headers.remove(name);
        return this;
    }

    /** What goes to the platform; {@code method}, {@code url}, {@code body}, and the headers as {@code header.NAME}. */
    public Map<String, String> parts() {
        String time = headers.getOrDefault("x-amz-date", "20150830T123600Z");
        String scope = time.substring(0, 8) + "/us-east-1/sts/aws4_request";
        Map<String, String> parts = new TreeMap<>();
        parts.put("method", method);
        parts.put("url", url);
        parts.put("body", body);
        headers.forEach((name, value) -> parts.put("header." + name, value));
        parts.put(
                "header.authorization",
                "AWS4-HMAC-SHA256 Credential=" + identity.accessKey() + "/" + scope + ", SignedHeaders="
                        + String.join(";", headers.keySet()) + ", Signature="
                        + AwsSignature.of(identity.secret(), scope, time, headers, body));
        return parts;
    }
}

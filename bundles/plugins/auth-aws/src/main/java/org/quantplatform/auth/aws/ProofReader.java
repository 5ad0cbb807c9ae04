package org.quantplatform.auth.aws;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what a caller signed. Nothing in it is trusted that is not exactly what the platform's own client sends: a method,
 * an address, a body and a handful of headers, all of them under the signature.
 */
final class ProofReader {

    static final String SERVER_NAME = "x-quant-server-name";
    static final Duration OLDEST = Duration.ofMinutes(5);

    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Set<String> KNOWN = Set.of(
            "authorization",
            "content-type",
            "host",
            "x-amz-date",
            "x-amz-security-token",
            SERVER_NAME,
            // lets two proofs of the same second differ
            "x-quant-nonce");
    private static final Set<String> NEEDED =
            Set.of("authorization", "content-type", "host", "x-amz-date", SERVER_NAME);
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String HEADER = "aws.header.";

    private final StsEndpoints endpoints;
    private final Set<String> serverNames;
    private final Clock clock;

    ProofReader(StsEndpoints endpoints, Set<String> serverNames, Clock clock) {
        this.endpoints = endpoints;
        this.serverNames = Set.copyOf(serverNames);
        this.clock = clock;
    }

    static boolean isProof(Map<String, String> values) {
        return values.containsKey("aws.url");
    }

    /** @throws ProofRefused with the reason */
    Proof read(Map<String, String> values) {
        require(values.getOrDefault("aws.method", "").equals("POST"), "the signed request must be a POST");
        URI endpoint = endpoints
                .find(values.getOrDefault("aws.url", ""))
                .orElseThrow(() -> new ProofRefused("the signed request is for an address that is not an STS of "
                        + "'endpoints' in etc/org.quantplatform.auth.aws.cfg"));
        require(
                values.getOrDefault("aws.body", "").equals(Proof.BODY),
                "the signed request must ask for GetCallerIdentity and nothing else");
        Map<String, String> headers = headers(values);
        require(headers.get("host").equals(endpoint.getAuthority()), "the signed host is not that of the address");
        require(isFormType(headers.get("content-type")), "the signed content type must be " + FORM_TYPE);
        checkServerName(headers.get(SERVER_NAME));
        Authorization authorization = Authorization.parse(headers.get("authorization"));
        checkSigned(authorization, headers.keySet());
        Instant signedAt = time(headers.get("x-amz-date"), authorization);
        Map<String, String> outgoing = new HashMap<>(headers);
        outgoing.remove("host");
        return new Proof(endpoint, outgoing, authorization.signature(), signedAt);
    }

    private static Map<String, String> headers(Map<String, String> values) {
        Map<String, String> headers = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(HEADER)) {
                String name = key.substring(HEADER.length()).toLowerCase(Locale.ROOT);
                require(KNOWN.contains(name), "the header '" + shown(name) + "' must not be in the signed request");
                require(headers.put(name, value) == null, "the header '" + name + "' is there more than once");
                require(isPlain(value), "the header '" + name + "' holds characters that it must not");
            }
        });
        for (String name : new TreeSet<>(NEEDED)) {
            require(headers.containsKey(name), "the signed request lacks the header " + name);
        }
        return headers;
    }

    /** What is not signed could have been put there by somebody on the way. */
    private static void checkSigned(Authorization authorization, Set<String> names) {
        Set<String> expected = new TreeSet<>(names);
        expected.remove("authorization");
        require(
                authorization.signedHeaders().equals(expected),
                "the signed headers must be " + String.join(";", expected));
    }

    private void checkServerName(String name) {
        if (serverNames.isEmpty()) {
            throw new ProofRefused("this server has no name to sign for: set 'server.names' in "
                    + "etc/org.quantplatform.auth.aws.cfg");
        }
        require(
                serverNames.contains(name.toLowerCase(Locale.ROOT)),
                "the request was signed for another server than this one");
    }

    private Instant time(String text, Authorization authorization) {
        Instant signedAt;
        try {
            signedAt = TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new ProofRefused("the header X-Amz-Date must be a time such as 20150830T123600Z");
        }
        require(text.startsWith(authorization.day()), "the signature is of another day than X-Amz-Date");
        Instant now = clock.instant();
        require(
                !signedAt.isBefore(now.minus(OLDEST)),
                "the request was signed more than 5 minutes ago; sign a new one");
        require(!signedAt.isAfter(now.plus(CLOCK_AHEAD)), "the request was signed in the future; set the clock right");
        return signedAt;
    }

    private static boolean isFormType(String type) {
        String lower = type.toLowerCase(Locale.ROOT).replace(" ", "");
        return lower.equals(FORM_TYPE) || lower.equals(FORM_TYPE + ";charset=utf-8");
    }

    private static boolean isPlain(String value) {
        return value.chars().allMatch(letter -> letter >= 0x20 && letter < 0x7f);
    }

    private static String shown(String name) {
        return name.replaceAll("[^a-z0-9-]", "?").substring(0, Math.min(name.length(), 40));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ProofRefused(otherwise);
        }
    }
}

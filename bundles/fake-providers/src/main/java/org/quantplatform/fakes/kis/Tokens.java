package org.quantplatform.fakes.kis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.fakes.Reply;

/** Gives out tokens: one per key and minute, the same for six hours, each good for a day. */
final class Tokens {

    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration SAME = Duration.ofHours(6);
    private static final Duration LIFE = Duration.ofDays(1);
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private record Token(String text, Instant issued) {}

    private final Clock clock;
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, Token> latest = new HashMap<>();
    private final Map<String, Instant> asked = new HashMap<>();
    private int number;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    synchronized void allow(String key, String secret) {
        secrets.put(key, secret);
    }

    synchronized void forbid(String key) {
        secrets.remove(key);
    }

    synchronized Optional<Reply> refusal(String key, String secret) {
        if (!secrets.containsKey(key)) {
            return Optional.of(Errors.unknownKey());
        }
        return secrets.get(key).equals(secret) ? Optional.empty() : Optional.of(Errors.wrongSecret());
    }

    /** @param skewed when the clock that tells of the end is a day ahead */
    synchronized Reply issue(String key, String secret, boolean skewed) {
        Optional<Reply> refusal = refusal(key, secret);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Instant now = clock.instant();
        Instant before = asked.get(key);
        if (before != null && now.isBefore(before.plus(BETWEEN))) {
            return Errors.tokenTooSoon();
        }
        asked.put(key, now);
        Token token = latest.get(key);
        if (token == null || !now.isBefore(token.issued().plus(SAME))) {
            number++;
            token = new Token("eyJ0eXAiOiJKV1QifQ.fake-" + number + "." + Integer.toHexString(key.hashCode()), now);
            latest.put(key, token);
        }
        return answer(token, now, skewed);
    }

    /** {@code expires_in} counts from the issue of the token, the day and time are of Korea. */
    private static Reply answer(Token token, Instant now, boolean skewed) {
        Instant end = token.issued().plus(LIFE).plus(skewed ? Duration.ofDays(1) : Duration.ZERO);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", token.text());
        body.put(
                "access_token_token_expired",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .withZone(KOREA)
                        .format(end));
        body.put("token_type", "Bearer");
        body.put("expires_in", Duration.between(now, token.issued().plus(LIFE)).toSeconds());
        return Reply.json(200, body);
    }

    synchronized void revoke(String key) {
        latest.remove(key);
    }

    /** Every token is too old from now on. */
    synchronized void expireAll() {
        latest.replaceAll((key, token) -> new Token(token.text(), Instant.EPOCH));
    }

    /** Why a request with this token is refused. */
    synchronized Optional<Reply> check(String key, String authorization) {
        if (!authorization.startsWith("Bearer ")) {
            return Optional.of(Errors.missingToken());
        }
        Token token = latest.get(key);
        if (token == null || !token.text().equals(authorization.substring("Bearer ".length()))) {
            return Optional.of(Errors.invalidToken());
        }
        boolean expired = !clock.instant().isBefore(token.issued().plus(LIFE));
        return expired ? Optional.of(Errors.expiredToken()) : Optional.empty();
    }
}

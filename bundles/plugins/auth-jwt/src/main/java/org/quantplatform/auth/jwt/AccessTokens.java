package org.quantplatform.auth.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads access tokens (RFC 9068). The header of a token chooses nothing but the key, which has one algorithm; a
 * header that says more than {@code alg}, {@code kid} and {@code typ} is refused unread.
 */
final class AccessTokens {

    private static final int LONGEST = 4096;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");

    /** Servers that share the keys need not agree on the second at which a token begins to count. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final KeyRing keys;
    private final Settings settings;
    private final Clock clock;

    AccessTokens(KeyRing keys, Settings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A token that was signed here for this server.
     *
     * @param session by which the platform finds the session that the token belongs to
     */
    record Read(String username, String session, Instant expiresAt) {

        @Override
        public String toString() {
            return "Read[" + username + "]";
        }
    }

    /** A token and when it expires. */
    record Made(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "Made[until " + expiresAt + "]";
        }
    }

    Made make(String username, String session) {
        SigningKey key = keys.signing();
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Instant end = now.plus(settings.access());
        JWSHeader header = new JWSHeader.Builder(key.algorithm().jws())
                .keyID(key.id())
                .type(TYPE)
                .build();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(username)
                .claim("sid", session)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(end))
                .build();
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(key.algorithm().signer(key.jwk()));
            return new Made(token.serialize(), end);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with the key " + key.id(), e);
        }
    }

    /** Empty when the token was not signed here, is for others, or does not count at this moment. */
    Optional<Read> read(String token) {
        Instant now = clock.instant();
        return claims(token)
                .filter(claims -> isBegun(claims.getNotBeforeTime(), now))
                .map(AccessTokens::content)
                .filter(read -> read.expiresAt().isAfter(now));
    }

    /** As {@link #read}, whenever the token counted. */
    Optional<Read> readAtAnyTime(String token) {
        return claims(token).map(AccessTokens::content);
    }

    private Optional<JWTClaimsSet> claims(String token) {
        if (token.length() > LONGEST || !FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return isSignedHere(jwt) ? Optional.of(jwt.getJWTClaimsSet()).filter(this::isForHere) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private boolean isSignedHere(SignedJWT jwt) throws JOSEException {
        JWSHeader header = jwt.getHeader();
        if (!header.getIncludedParams().equals(HEADER) || !TYPE.equals(header.getType())) {
            return false;
        }
        Optional<SigningKey> key = keys.verifying(header.getKeyID());
        return key.isPresent()
                && key.get().algorithm().jws().equals(header.getAlgorithm())
                && jwt.verify(key.get().algorithm().verifier(key.get().jwk()));
    }

    private boolean isForHere(JWTClaimsSet claims) {
        return settings.issuer().equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(settings.audience()))
                && claims.getSubject() != null
                && claims.getClaim("sid") instanceof String
                && claims.getExpirationTime() != null;
    }

    private static boolean isBegun(@Nullable Date notBefore, Instant now) {
        return notBefore != null && !notBefore.toInstant().isAfter(now.plus(SKEW));
    }

    private static Read content(JWTClaimsSet claims) {
        return new Read(
                claims.getSubject(),
                (String) claims.getClaim("sid"),
                claims.getExpirationTime().toInstant());
    }
}

package org.quantplatform.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that somebody made to get in. */
class AccessTokensTest {

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final String SESSION = "5d".repeat(32);

    /** Making a key of RSA takes a second. */
    @TempDir
    private static Path folder;

    private final Fakes clock = new Fakes();
    private KeyRing ring;
    private AccessTokens tokens;
    private SigningKey key;

    @BeforeEach
    void start() {
        use(Algorithm.RS256);
    }

    private void use(Algorithm algorithm) {
        Settings settings = new Settings(
                Duration.ofHours(1),
                Duration.ofDays(7),
                Duration.ofDays(30),
                algorithm,
                Duration.ofDays(90),
                "here",
                "us");
        ring = new KeyRing(new KeyFiles(folder(algorithm)), settings, clock);
        tokens = new AccessTokens(ring, settings, clock);
        key = ring.signing();
    }

    private static Path folder(Algorithm algorithm) {
        try {
            return Files.createDirectories(folder.resolve(algorithm.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JWTClaimsSet.Builder claims() {
        Date now = Date.from(clock.instant());
        return new JWTClaimsSet.Builder()
                .issuer("here")
                .audience("us")
                .subject("ann")
                .claim("sid", SESSION)
                .issueTime(now)
                .notBeforeTime(now)
                .expirationTime(Date.from(clock.instant().plusSeconds(3600)));
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(key.algorithm().jws()).keyID(key.id()).type(TYPE);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSSigner signer() {
        try {
            return key.algorithm().signer(key.jwk());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String payload() {
        return part(claims().build().toString());
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void readsWhatItHasMade(Algorithm algorithm) {
        use(algorithm);
        AccessTokens.Made made = tokens.make("ann", SESSION);

        AccessTokens.Read read = tokens.read(made.token()).orElseThrow();

        assertThat(read).isEqualTo(new AccessTokens.Read("ann", SESSION, made.expiresAt()));
        assertThat(tokens.read(signed(header().build(), claims().build(), signer())))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void everyChangeOfATokenIsFound(Algorithm algorithm) {
        use(algorithm);
        String token = tokens.make("ann", SESSION).token();
        int last = token.length() - 1; // its last bits may count for nothing in Base64
        for (int i = 0; i < last; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.read(changed)).as("position %d", i).isEmpty();
        }
    }

    static Stream<UnaryOperator<JWTClaimsSet.Builder>> claimsOfOthers() {
        Date past = Date.from(new Fakes().instant().minusSeconds(1));
        Date soon = Date.from(new Fakes().instant().plusSeconds(31));
        return Stream.of(
                claims -> claims.expirationTime(past),
                claims -> claims.expirationTime(null),
                claims -> claims.notBeforeTime(soon),
                claims -> claims.notBeforeTime(null),
                claims -> claims.audience("them"),
                claims -> claims.audience(List.of("us", "them")),
                claims -> claims.audience((String) null),
                claims -> claims.issuer("there"),
                claims -> claims.issuer(null),
                claims -> claims.subject(null),
                claims -> claims.claim("sid", null),
                claims -> claims.claim("sid", List.of(SESSION)));
    }

    @ParameterizedTest
    @MethodSource("claimsOfOthers")
    void refusesWhatIsForOthersOrForAnotherTime(UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet changed = change.apply(claims()).build();

        assertThat(tokens.read(signed(header().build(), changed, signer()))).isEmpty();
    }

    @Test
    void refusesTokensWithoutSignature() {
        for (String alg : List.of("none", "None", "NONE", "nOnE", "")) {
            String head = part("{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}".formatted(alg, key.id()));
            assertThat(tokens.read(head + "." + payload() + ".")).isEmpty();
            assertThat(tokens.read(head + "." + payload())).isEmpty();
            assertThat(tokens.read(head + "." + payload() + ".AAAA")).isEmpty();
        }
        String token = tokens.make("ann", SESSION).token();
        assertThat(tokens.read(token.substring(0, token.lastIndexOf('.') + 1))).isEmpty();
    }

    @Test
    void refusesThePublicKeyAsASecret() throws Exception {
        byte[] encoded = key.jwk().toRSAKey().toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END PUBLIC KEY-----\n";
        String jwk = key.jwk().toPublicJWK().toJSONString();
        for (byte[] secret :
                List.of(encoded, pem.getBytes(StandardCharsets.UTF_8), jwk.getBytes(StandardCharsets.UTF_8))) {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(key.id())
                    .type(TYPE)
                    .build();
            assertThat(tokens.read(signed(header, claims().build(), new MACSigner(secret))))
                    .isEmpty();
        }
    }

    @Test
    void refusesOtherKeysUnderTheNameOfOurs() throws Exception {
        JWK other = Algorithm.RS256.newKey(key.id());
        JWK curve = Algorithm.EdDSA.newKey(key.id());
        JWSHeader eddsa = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .keyID(key.id())
                .type(TYPE)
                .build();

        assertThat(tokens.read(signed(header().build(), claims().build(), Algorithm.RS256.signer(other))))
                .isEmpty();
        assertThat(tokens.read(signed(eddsa, claims().build(), Algorithm.EdDSA.signer(curve))))
                .isEmpty();
    }

    @Test
    void refusesUnknownKeysAndKeysThatTheTokenBrings() throws GeneralSecurityException, JOSEException {
        JWK own = Algorithm.RS256.newKey("mine");
        JWSSigner signer = new RSASSASigner(own.toRSAKey());
        JWSHeader.Builder mine =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("mine").type(TYPE);

        assertThat(tokens.read(signed(mine.build(), claims().build(), signer))).isEmpty();
        assertThat(tokens.read(signed(mine.keyID("../../etc/passwd").build(), claims().build(), signer)))
                .isEmpty();
        assertThat(tokens.read(signed(mine.keyID(null).build(), claims().build(), signer)))
                .isEmpty();
        assertThat(tokens.read(signed(header().jwk(own.toPublicJWK()).build(), claims().build(), signer)))
                .isEmpty();
        URI elsewhere = URI.create("https://keys.example.org/jwks.json");
        assertThat(tokens.read(signed(header().jwkURL(elsewhere).build(), claims().build(), signer)))
                .isEmpty();
        assertThat(tokens.read(signed(header().jwkURL(elsewhere).build(), claims().build(), signer())))
                .isEmpty();
    }

    @Test
    void refusesHeadersThatAskForMore() {
        assertThat(tokens.read(signed(header().type(null).build(), claims().build(), signer())))
                .isEmpty();
        assertThat(tokens.read(signed(header().type(JOSEObjectType.JWT).build(), claims().build(), signer())))
                .isEmpty();
        JWSHeader critical =
                header().customParam("x", 1).criticalParams(Set.of("x")).build();
        assertThat(tokens.read(signed(critical, claims().build(), signer()))).isEmpty();
        JWSHeader otherHash = new JWSHeader.Builder(JWSAlgorithm.RS512)
                .keyID(key.id())
                .type(TYPE)
                .build();
        assertThat(tokens.read(signed(otherHash, claims().build(), signer()))).isEmpty();
    }

    @Test
    void refusesWhatIsNoTokenOrTooLong() {
        String token = tokens.make("ann", SESSION).token();
        String deep = part("{\"alg\":" + "[".repeat(2000) + "]".repeat(1000));
        for (String text : List.of(
                "", ".", "..", "a.b.c", token + "." + token, " " + token, token + "=", deep + ".e30.AAAA", "é.é.é")) {
            assertThat(tokens.read(text)).as(text).isEmpty();
        }
        JWTClaimsSet large = claims().claim("more", "x".repeat(4096)).build();
        assertThat(tokens.read(signed(header().build(), large, signer()))).isEmpty();
        assertThat(tokens.read("A".repeat(50_000_000))).isEmpty();
    }
}

package org.quantplatform.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private static final String SESSION = "5d".repeat(32);

    @TempDir
    private Path folder;

    private final Fakes clock = new Fakes();

    private static Settings settings(Algorithm algorithm) {
        return new Settings(
                Duration.ofHours(1),
                Duration.ofDays(7),
                Duration.ofDays(30),
                algorithm,
                Duration.ofDays(30),
                "here",
                "us");
    }

    private AccessTokens tokens(Algorithm algorithm) {
        return new AccessTokens(ring(algorithm), settings(algorithm), clock);
    }

    private KeyRing ring(Algorithm algorithm) {
        return new KeyRing(new KeyFiles(folder), settings(algorithm), clock);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void keepsKeysWhereOnlyTheOwnerCanReadThem() throws IOException {
        ring(Algorithm.EdDSA).signing();

        assertThat(files()).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
    }

    @Test
    void tokensOutliveARestart() {
        String token = tokens(Algorithm.EdDSA).make("ann", SESSION).token();

        assertThat(tokens(Algorithm.EdDSA).read(token)).isPresent();
    }

    @Test
    void signsWithANewKeyInTimeAndVerifiesWithTheOldUntilItsTokensEnd() throws IOException {
        KeyRing ring = ring(Algorithm.EdDSA);
        AccessTokens tokens = new AccessTokens(ring, settings(Algorithm.EdDSA), clock);
        SigningKey first = ring.signing();
        clock.pass(Duration.ofDays(30).minusSeconds(1));
        String last = tokens.make("ann", SESSION).token();
        assertThat(ring.signing()).isEqualTo(first);
        clock.pass(Duration.ofSeconds(1));

        SigningKey second = ring.signing();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(ring.publicKeys()).extracting(JWK::getKeyID).containsExactly(first.id(), second.id());
        clock.pass(Duration.ofHours(1).minusSeconds(2));
        assertThat(tokens.read(last)).isPresent();
        clock.pass(Duration.ofSeconds(3));
        assertThat(ring.publicKeys()).extracting(JWK::getKeyID).containsExactly(second.id());
        clock.pass(Duration.ofDays(30));
        ring.signing();
        assertThat(files()).hasSize(2);
    }

    @Test
    void anotherAlgorithmTakesANewKey() {
        String old = tokens(Algorithm.RS256).make("ann", SESSION).token();
        AccessTokens now = tokens(Algorithm.EdDSA);
        String fresh = now.make("ann", SESSION).token();

        assertThat(now.read(old)).isPresent();
        assertThat(now.read(fresh)).isPresent();
        assertThat(ring(Algorithm.EdDSA).publicKeys())
                .extracting(key -> key.getAlgorithm().getName())
                .containsExactly("RS256", "EdDSA");
        assertThat(tokens(Algorithm.RS256).make("ann", SESSION).token()).isNotEqualTo(old);
        assertThat(ring(Algorithm.RS256).publicKeys()).hasSize(3);
    }

    @Test
    void tokensOfAKeyThatWasTakenAwayCountNoMore() throws IOException {
        AccessTokens tokens = tokens(Algorithm.EdDSA);
        String stolen = tokens.make("ann", SESSION).token();
        Files.delete(files().get(0));
        assertThat(tokens.read(stolen)).isPresent();
        clock.pass(Duration.ofSeconds(5));

        assertThat(tokens.read(stolen)).isEmpty();
        assertThat(tokens.read(tokens.make("ann", SESSION).token())).isPresent();
    }

    @Test
    void findsKeysOfAServerThatSharesTheFolder() {
        AccessTokens here = tokens(Algorithm.EdDSA);
        String token = tokens(Algorithm.EdDSA).make("ann", SESSION).token();
        clock.pass(Duration.ofSeconds(5));

        assertThat(here.read(token)).isPresent();
    }

    @Test
    void anybodyCanVerifyWithThePublicKey() throws Exception {
        KeyRing ring = ring(Algorithm.RS256);
        SignedJWT token = SignedJWT.parse(new AccessTokens(ring, settings(Algorithm.RS256), clock)
                .make("ann", SESSION)
                .token());
        JWK shown = JWK.parse(ring.publicKeys().get(0).toJSONString());

        assertThat(shown.isPrivate()).isFalse();
        assertThat(shown.size()).isEqualTo(3072);
        assertThat(token.verify(new RSASSAVerifier(shown.toRSAKey()))).isTrue();
    }

    @Test
    void passesOverFilesThatHoldNoKey() throws IOException {
        Files.writeString(folder.resolve("1-broken.jwk"), "{");
        Files.writeString(folder.resolve("2-secret.jwk"), "{\"kty\":\"oct\",\"k\":\"AAAA\",\"alg\":\"HS256\"}");
        Files.writeString(folder.resolve("README"), "hello");

        assertThat(ring(Algorithm.EdDSA).publicKeys()).isEmpty();
    }

    @Test
    void knowsNoOtherAlgorithm() {
        assertThatThrownBy(() -> Algorithm.of("HS256")).hasMessageContaining("must be RS256 or EdDSA, was 'HS256'");
    }
}

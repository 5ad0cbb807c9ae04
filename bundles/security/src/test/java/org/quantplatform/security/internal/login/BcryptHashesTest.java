package org.quantplatform.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BcryptHashesTest {

    private final BcryptHashes hashes = new BcryptHashes(4);

    @Test
    void neverWorksLessThanTwelveDoublings() {
        assertThat(hashes.hash("correct horse")).startsWith("$2y$12$").hasSize(60);
    }

    @Test
    void saltsEveryHash() {
        String hash = hashes.hash("correct horse");

        assertThat(hashes.hash("correct horse")).isNotEqualTo(hash);
        assertThat(hashes.matches(hash, "correct horse")).isTrue();
        assertThat(hashes.matches(hash, "correct horsf")).isFalse();
    }

    /** Of the vectors that come with bcrypt for OpenBSD's descendants. */
    @Test
    void agreesWithOtherImplementations() {
        assertThat(hashes.matches("$2a$12$EXRkfkdmXn2gzds2SSitu.MW9.gAVqa9eLS1//RYtYCmB1eLHg.9q", "abc"))
                .isTrue();
    }

    @Test
    void takesEveryFormOfACharacterForTheSame() {
        assertThat(hashes.matches(hashes.hash("m\u00fcsterlich"), "mu\u0308sterlich"))
                .isTrue();
    }

    @Test
    void doesNotCutLongPasswords() {
        String longest = "x".repeat(72);

        assertThat(hashes.matches(hashes.hash(longest), longest + "y")).isFalse();
    }
}

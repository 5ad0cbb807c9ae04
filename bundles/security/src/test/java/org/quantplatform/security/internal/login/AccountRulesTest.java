package org.quantplatform.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

class AccountRulesTest {

    @Test
    void keepsNamesAndAddressesInLowerCase() {
        assertThat(AccountRules.checked("Ann.B-2", " Ann@Example.org ", "a long passphrase"))
                .isEqualTo(new AccountRules.Entry("ann.b-2", "ann@example.org", "a long passphrase"));
        assertThat(AccountRules.checked("ann", "", null)).isEqualTo(new AccountRules.Entry("ann", null, null));
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        assertThatThrownBy(() -> AccountRules.checked("", "nobody", "short"))
                .isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly("username", "email", "password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                ".ann",
                "ann smith",
                "ann'--",
                "\u00e4nn",
                "local",
                "Console",
                "<script>",
                "../../etc/passwd"
            })
    void refusesNames(String name) {
        assertThatThrownBy(() -> AccountRules.checked(name, null, null)).isInstanceOf(QuantException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, at least 12",
        "'', at least 12",
        "Password12345!, easy to guess",
        "111111111111, easy to guess",
        "annabell-annabell, user name",
    })
    void refusesPasswords(String password, String words) {
        assertThat(AccountRules.wrong(password, "annabell").orElseThrow()).contains(words);
    }

    @Test
    void boundsPasswordsByTheBytesThatBcryptReads() {
        assertThat(AccountRules.wrong("abcdefgh".repeat(9), "ann")).isEmpty();
        assertThat(AccountRules.wrong("abcdefgh".repeat(9) + "i", "ann")).isPresent();
        assertThat(AccountRules.wrong("\u00e4bcdefgh".repeat(9), "ann")).isPresent();
        assertThat(AccountRules.wrong("with a NUL \u0000 in it", "ann")).isPresent();
        assertThat(AccountRules.wrong(null, "ann")).isPresent();
    }
}

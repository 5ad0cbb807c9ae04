package org.quantplatform.auth.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.AuthResult;

class LocalAuthModeTest {

    private final LocalAuthMode mode = new LocalAuthMode();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "[::1]", "0:0:0:0:0:0:0:1", "console"})
    void letsThisMachineIn(String address) {
        assertThat(mode.authenticate(Credentials.from(address)))
                .isEqualTo(new AuthResult.Granted("local", Set.of(Role.ADMIN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "127.0.0.1.example.org",
                "localhost",
                "",
                "2001:db8::1",
                "1127.0.0.1",
                "::ffff:10.0.0.1"
            })
    void keepsEverybodyElseOut(String address) {
        assertThat(mode.authenticate(Credentials.from(address))).isInstanceOf(AuthResult.Denied.class);
    }
}

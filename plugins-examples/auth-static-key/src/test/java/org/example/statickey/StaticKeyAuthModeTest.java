package org.example.statickey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.AuthResult;

class StaticKeyAuthModeTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final AuthResult ROBOT = new AuthResult.Granted("robot", Set.of(Role.VIEWER));

    private record Config(String key, String username, String role) implements StaticKeyConfig {

        @Override
        public Class<? extends Annotation> annotationType() {
            return StaticKeyConfig.class;
        }
    }

    private static StaticKeyAuthMode mode(String key) {
        return new StaticKeyAuthMode(new Config(key, "robot", "viewer"));
    }

    private static Credentials bearer(String key) {
        return new Credentials(Map.of("bearer", key), "203.0.113.7");
    }

    @Test
    void letsTheKeyInAndNothingElse() {
        assertThat(mode(KEY).authenticate(bearer(KEY))).isEqualTo(ROBOT);
        assertThat(mode(" " + KEY + "\n").authenticate(bearer(KEY))).isEqualTo(ROBOT);
        for (String other : new String[] {"", KEY.substring(1), KEY + "0", KEY.toUpperCase()}) {
            assertThat(mode(KEY).authenticate(bearer(other))).isInstanceOf(AuthResult.Denied.class);
        }
        assertThat(mode(KEY).authenticate(Credentials.from("127.0.0.1"))).isInstanceOf(AuthResult.Denied.class);
    }

    @Test
    void withoutAGoodKeyNobodyIsLetIn() {
        assertThat(mode("").authenticate(bearer(""))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode("short").authenticate(bearer("short"))).isInstanceOf(AuthResult.Denied.class);
    }

    @Test
    void knowsNoOtherRoles() {
        assertThatThrownBy(() -> new StaticKeyAuthMode(new Config(KEY, "robot", "king")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.quantplatform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;

class UserRateTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final UserRate rate = new UserRate(10, 3, nanos::get);

    private static Caller caller(long user, String address) {
        return new Caller(user, "user" + user, Set.of(Role.USER), "simple", address);
    }

    private QuantException refused(Caller caller) {
        return catchThrowableOfType(QuantException.class, () -> rate.count(caller));
    }

    @Test
    void countsAllAddressesOfAUserTogether() {
        rate.count(caller(1, "10.0.0.1"));
        rate.count(caller(1, "10.0.0.2"));
        rate.count(caller(1, "10.0.0.3"));
        QuantException refusal = refused(caller(1, "10.0.0.4"));
        assertThat(refusal.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
        assertThat(refusal.retryAfter()).contains(Duration.ofMillis(100));
        assertThat(refused(caller(2, "10.0.0.4"))).isNull();
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(refused(caller(1, "10.0.0.4"))).isNull();
        assertThat(refused(caller(1, "10.0.0.4"))).isNotNull();
    }

    @Test
    void doesNotCountThisMachineUnlessAProxyCalls() {
        for (int i = 0; i < 100; i++) {
            for (String here : new String[] {"127.0.0.1", "::1", "console"}) {
                assertThatCode(() -> rate.count(caller(1, here))).doesNotThrowAnyException();
            }
        }
        for (int i = 0; i < 3; i++) {
            rate.count(caller(1, "proxy 127.0.0.1"));
        }
        assertThat(refused(caller(1, "proxy 127.0.0.1"))).isNotNull();
    }

    @Test
    void zeroIsNoLimit() {
        UserRate none = new UserRate(0, 1, nanos::get);
        for (int i = 0; i < 1000; i++) {
            none.count(caller(1, "10.0.0.1"));
        }
        assertThat(refused(caller(1, "10.0.0.1"))).isNull();
    }
}

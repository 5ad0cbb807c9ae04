package org.quantplatform.webconsole.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalHostTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "console.localhost"})
    void trustsLocalNames(String host) {
        assertThat(LocalHost.isTrustworthy("127.0.0.1", host)).isTrue();
        assertThat(LocalHost.isTrustworthy("0:0:0:0:0:0:0:1", host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", ""})
    void refusesForeignNamesThatPointHere(String host) {
        assertThat(LocalHost.isTrustworthy("127.0.0.1", host)).isFalse();
        assertThat(LocalHost.isTrustworthy("::1", host)).isFalse();
    }

    @Test
    void leavesOtherAddressesToTheAuthModes() {
        assertThat(LocalHost.isTrustworthy("192.0.2.7", "quant.example")).isTrue();
    }
}

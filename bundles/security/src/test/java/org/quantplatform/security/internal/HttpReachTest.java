package org.quantplatform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpReachTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8000/, true",
        "https://127.8.9.1:8443/, true",
        "http://0:0:0:0:0:0:0:1:8000/, true",
        "http://[::1]:8000/, true",
        "http://localhost:8000/, true",
        "http://0.0.0.0:8000/, false",
        "http://10.0.0.7:8000/, false",
        "http://0:0:0:0:0:0:0:0:8000/, false",
        "http://127.0.0.1.example.org:8000/, false",
        "https://desk.example.org:8443/, false"
    })
    void tellsThisMachineFromOthers(String endpoint, boolean here) {
        assertThat(HttpReach.isLoopback(HttpReach.host(endpoint))).isEqualTo(here);
    }
}

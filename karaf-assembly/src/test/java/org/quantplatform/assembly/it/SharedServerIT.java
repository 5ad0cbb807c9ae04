package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every server must show before anything else is asked of it. */
class SharedServerIT {

    private static QuantServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SharedServer.get();
    }

    @Test
    void isHealthy() throws Exception {
        assertThat(server.get("/api/v1/health").body()).contains("\"kind\":\"embedded\"");
    }

    @Test
    void servesTheConsole() throws Exception {
        assertThat(server.status("/console/")).isBetween(200, 302);
    }

    @Test
    void leadsToTheConsole() throws Exception {
        var answer = server.get("/");
        assertThat(answer.statusCode()).isBetween(301, 308);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/console");
    }

    @Test
    void offersSsh() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.sshPort())) {
            assertThat(new String(socket.getInputStream().readNBytes(4), java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("SSH-");
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (var address :
                    network.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
                try (var socket = new Socket()) {
                    org.assertj.core.api.Assertions.assertThatThrownBy(
                                    () -> socket.connect(new InetSocketAddress(address, server.httpPort()), 2_000))
                            .isInstanceOf(java.io.IOException.class);
                }
            }
        }
    }

    @Test
    void shipsNoUserWithAPassword() throws Exception {
        assertThat(Files.readAllLines(server.home().resolve("etc/users.properties")))
                .allMatch(line -> line.isBlank() || line.startsWith("#"));
    }
}

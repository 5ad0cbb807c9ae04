package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** A server whose certificate nobody has signed. */
class TrustTest {

    private static final String HEALTH = "{\"status\":\"ok\",\"version\":\"0\",\"uptime_seconds\":1,\"database\":null,"
            + "\"plugins\":{\"active\":0,\"quarantined\":0},\"jobs\":{},\"problems\":{}}";
    private static final char[] PASSWORD = "changed".toCharArray();

    @TempDir
    Path folder;

    private HttpsServer server;
    private KeyStore store;

    @BeforeEach
    void start() throws Exception {
        store = certificate("ip:127.0.0.1");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = HEALTH.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private KeyStore certificate(String names) throws Exception {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + names,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            made.load(in, PASSWORD);
        }
        return made;
    }

    private Path pem() throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(store.getCertificate("server").getEncoded());
        return Files.writeString(
                folder.resolve("server.pem"), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    private HttpPlatform platform(String host, Optional<Path> authorities) {
        String address = "https://" + host + ":" + server.getAddress().getPort();
        return HttpPlatform.of(ClientSettings.of(address, Optional.empty()).trusting(authorities));
    }

    @Test
    void isTrustedWhenItsCertificateIsNamed() throws Exception {
        assertThat(platform("127.0.0.1", Optional.of(pem())).health().report().status())
                .isEqualTo("ok");
    }

    @Test
    void isNotTrustedOtherwiseAndTheUserIsToldWhatToDo() {
        QuantException refusal = catchThrowableOfType(
                QuantException.class,
                () -> platform("127.0.0.1", Optional.empty()).health().report());
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(refusal).hasMessageContaining("is not trusted").hasMessageContaining("--ca-file");
    }

    @Test
    void mustHaveTheNameByWhichItIsCalled() throws Exception {
        Path named = pem();
        assertThatThrownBy(
                        () -> platform("localhost", Optional.of(named)).health().report())
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("is not trusted");
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        for (Path wrong : new Path[] {empty, folder.resolve("missing.pem"), folder}) {
            assertThatThrownBy(() -> platform("127.0.0.1", Optional.of(wrong)))
                    .isInstanceOf(QuantException.class)
                    .hasMessageContaining("ca_file");
        }
    }
}

package org.quantplatform.httpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS with certificates of both forms, and what changes while the server runs. */
class TlsTest {

    @TempDir
    Path folder;

    private final Server server = new Server();
    private final ServerConnector plain = new ServerConnector(server);
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private ServerConnector secure;

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private Gateway start(String certificate, String key) throws Exception {
        server.setHandler(new Handler.Abstract() {

            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                callback.succeeded();
                return true;
            }
        });
        Gateway gateway = Gateway.guard(server, certificate, key);
        plain.setHost("127.0.0.1");
        server.addConnector(plain);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new SecureRequestCustomizer());
        secure = new ServerConnector(
                server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(configuration));
        secure.setHost("127.0.0.1");
        server.addConnector(secure);
        server.start();
        return gateway;
    }

    private Gateway startWithKeyStore(Path keyStore) throws Exception {
        tls.setKeyStorePath(keyStore.toString());
        tls.setKeyStorePassword(TestCertificate.PASSWORD);
        return start("", "");
    }

    private HttpResponse<String> get(TestCertificate trusted) throws Exception {
        URI address = URI.create("https://127.0.0.1:" + secure.getLocalPort() + "/");
        return HttpClient.newBuilder()
                .sslContext(trusted.trusted())
                .build()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void await(TestCertificate wanted) throws Exception {
        for (int i = 0; ; i++) {
            try {
                assertThat(get(wanted).statusCode()).isEqualTo(200);
                return;
            } catch (SSLHandshakeException e) {
                assertThat(i).as("seconds").isLessThan(10);
                Thread.sleep(1000);
            }
        }
    }

    @Test
    void aChangedKeyStoreIsUsedAndABrokenOneIsNot() throws Exception {
        TestCertificate first = TestCertificate.make(folder, "first", "EC");
        TestCertificate second = TestCertificate.make(folder, "second", "EC");
        Path used = Files.copy(first.keyStore(), folder.resolve("used.p12"));
        startWithKeyStore(used);
        HttpResponse<String> answer = get(first);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThatThrownBy(() -> get(second)).isInstanceOf(SSLHandshakeException.class);

        Files.copy(second.keyStore(), used, StandardCopyOption.REPLACE_EXISTING);
        await(second);

        Files.writeString(used, "none");
        Thread.sleep(2500);
        assertThat(get(second).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void takesPemFilesAndFollowsThem(String algorithm) throws Exception {
        TestCertificate first = TestCertificate.make(folder, "first", algorithm);
        TestCertificate second = TestCertificate.make(folder, "second", algorithm);
        Path certificate = folder.resolve("chain.pem");
        Path key = folder.resolve("key.pem");
        first.writeTo(certificate, key);
        start(certificate.toString(), key.toString());
        assertThat(get(first).statusCode()).isEqualTo(200);
        second.writeTo(certificate, key);
        await(second);
    }

    @Test
    void refusesPemFilesThatAreNoPair() throws Exception {
        Path certificate = folder.resolve("chain.pem");
        Path key = folder.resolve("key.pem");
        TestCertificate.make(folder, "first", "EC").writeTo(certificate, folder.resolve("other.pem"));
        TestCertificate.make(folder, "second", "EC").writeTo(folder.resolve("second.pem"), key);
        for (Path wrong : new Path[] {key, certificate}) {
            assertThatThrownBy(() -> PemFiles.read(certificate, wrong, new char[] {'x'}))
                    .isInstanceOf(GeneralSecurityException.class)
                    .hasMessageContaining(wrong.toString());
        }
        assertThatThrownBy(() -> PemFiles.read(key, key, new char[] {'x'}))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void withoutACertificatePlainHttpServesThisMachineAlone() throws Exception {
        Gateway gateway = startWithKeyStore(Files.writeString(folder.resolve("broken.p12"), "none"));
        assertThat(server.getConnectors()).containsExactly(plain);
        assertThat(plain("X-Nothing", "x")).isEqualTo(200);
        assertThat(plain("X-Forwarded-For", "192.0.2.7")).isEqualTo(403);
        Dictionary<String, String> anyway = new Hashtable<>();
        anyway.put("plain.remote", "true");
        gateway.follow(Rules.of(anyway));
        assertThat(plain("X-Forwarded-For", "192.0.2.7")).isEqualTo(200);
        Dictionary<String, String> believed = new Hashtable<>();
        believed.put("trusted.proxies", "127.0.0.1");
        gateway.follow(Rules.of(believed));
        assertThat(plain("X-Forwarded-For", "192.0.2.7"))
                .as("TLS ends at the proxy")
                .isEqualTo(200);
    }

    private int plain(String header, String value) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + plain.getLocalPort() + "/");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address).header(header, value).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}

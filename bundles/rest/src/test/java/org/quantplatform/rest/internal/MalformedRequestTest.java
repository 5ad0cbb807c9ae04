package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a client's library would not send are refused as the caller's fault. */
class MalformedRequestTest {

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String exchange(String request) throws Exception {
        try (Socket socket =
                new Socket("127.0.0.1", server.api("health").build().uri().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "page=%", "page=1&x=%4", "a&&=&%00&%zz"})
    void brokenEscapes(String query) throws Exception {
        assertThat(exchange("GET /api/v1/strategies?" + query + " HTTP/1.0\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("hexadecimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "utf-16", "\"iso-8859-1\""})
    void otherCharacterSets(String charset) throws Exception {
        HttpResponse<String> answer = server.send(server.api("strategies")
                .header("Content-Type", "application/json; charset=" + charset)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(json(answer).path("code").asText()).isEqualTo("unsupported_media_type");
    }

    @Test
    void bodiesThatEndEarly() throws Exception {
        String head = "POST /api/v1/strategies HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        assertThat(exchange(head + "Content-Length: 99\r\n\r\n{")).startsWith("HTTP/1.1 400 ");
        assertThat(exchange(head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{")).startsWith("HTTP/1.1 400 ");
        assertThat(exchange(head + "Transfer-Encoding: chunked\r\n\r\n{}")).startsWith("HTTP/1.1 400 ");
    }
}

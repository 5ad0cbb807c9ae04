package org.quantplatform.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Answers plain requests with one document, and plays messages on each WebSocket before it drops the connection; the last
 * messages again when more of them are opened.
 */
final class SocketServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String document;
    private final Queue<List<String>> scripts;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    SocketServer(String document, List<List<String>> scripts) throws IOException {
        this.document = document;
        this.scripts = new ArrayDeque<>(scripts);
        Thread thread = new Thread(this::serve, "socket-server");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Paths of the WebSockets. */
    List<String> sockets() {
        return asked.stream().filter(p -> p.startsWith("/ws/")).toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // the client or the test has closed it
                continue;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String path = in.readLine().split(" ")[1];
        asked.add(path);
        String key = "";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            key = line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")
                    ? line.substring(18).strip()
                    : key;
        }
        OutputStream out = socket.getOutputStream();
        if (key.isEmpty()) {
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                            + body.length + "\r\n\r\n" + document);
            return;
        }
        write(
                out,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n");
        for (String message : scripts.size() > 1 ? scripts.remove() : scripts.element()) {
            byte[] text = message.getBytes(StandardCharsets.UTF_8);
            out.write(new byte[] {(byte) 0x81, (byte) text.length});
            out.write(text);
        }
        out.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

package org.quantplatform.assembly.contract;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 over a plain connection, because clients refuse to send what is wrong. */
public final class Wire implements AutoCloseable {

    private final int port;
    private final Duration limit;
    private @Nullable Socket kept;

    /** @param limit for each answer */
    public Wire(int port, Duration limit) {
        this.port = port;
        this.limit = limit;
    }

    /** @throws IOException when no whole answer came within the limit */
    public Answer send(Request request) throws IOException {
        Socket before = kept;
        if (request.alone() || before == null) {
            return sendOver(connect(), request);
        }
        try {
            return sendOver(before, request);
        } catch (EOFException e) {
            // the server had closed the connection, as it may between requests
            return sendOver(connect(), request);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
        socket.setSoTimeout((int) limit.toMillis());
        return socket;
    }

    private Answer sendOver(Socket socket, Request request) throws IOException {
        long began = System.nanoTime();
        boolean keep = false;
        try {
            write(socket, request);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Answer answer = read(in, request, began);
            keep = !request.alone()
                    && !answer.header("connection").equalsIgnoreCase("close")
                    && !answer.mediaType().equals("text/event-stream");
            return answer;
        } finally {
            kept = keep ? socket : null;
            if (!keep) {
                socket.close();
            }
        }
    }

    /** A server that has refused reads no more, but what it answered is there. */
    private void write(Socket socket, Request request) throws IOException {
        OutputStream out = socket.getOutputStream();
        byte[] head = request.head("127.0.0.1:" + port);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + request.body().length);
        whole.write(head);
        whole.write(request.body());
        try {
            out.write(whole.toByteArray());
            out.flush();
            if (request.alone()) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            if (socket.isClosed()) {
                throw e;
            }
        }
    }

    private Answer read(InputStream in, Request request, long began) throws IOException {
        String[] status = line(in).split(" ", 3);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status[1]);
        if (code == 100) {
            return read(in, request, began);
        }
        byte[] body = request.method().equals("HEAD") || code == 204 || code == 304 ? new byte[0] : body(in, headers);
        return new Answer(code, headers, body, (System.nanoTime() - began) / 1_000_000);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        boolean events = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks(in, events);
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in, boolean events) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(exactly(in, size));
            line(in);
            if (events) {
                return body.toByteArray();
            }
        }
        line(in);
        return body.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw line.size() == 0 ? new EOFException("no answer") : new IOException("the answer ended early");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.close();
        }
    }
}

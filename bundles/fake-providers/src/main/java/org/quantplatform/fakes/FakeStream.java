package org.quantplatform.fakes;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A provider's WebSocket on this machine (RFC 6455, text messages without extensions). */
public abstract class FakeStream implements AutoCloseable {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int SHORT = 126;
    private static final int LONGEST = 1 << 20;

    private final ServerSocket server;
    private final Counters counters = new Counters();
    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(FakeStream::daemon);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(FakeStream::daemon);

    /** @param port 0 for any that is free */
    protected FakeStream(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be had: " + e.getMessage(), e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-stream");
        thread.setDaemon(true);
        return thread;
    }

    /** Somebody who is connected. */
    public final class Peer {

        private final Socket socket;
        private final OutputStream out;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        /** Nothing happens when the connection has ended. */
        public void send(String text) {
            frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        /** Says goodbye and ends the connection. */
        public void close() {
            frame(CLOSE, new byte[] {(byte) (1000 >> 8), (byte) 1000});
            drop();
        }

        /** Ends the connection without a word. */
        public void drop() {
            try {
                socket.close();
            } catch (IOException e) {
                counters.count("close_failed");
            }
        }

        private synchronized void frame(int kind, byte[] body) {
            try {
                out.write(0x80 | kind);
                if (body.length < SHORT) {
                    out.write(body.length);
                } else if (body.length < 1 << 16) {
                    out.write(SHORT);
                    out.write(body.length >> 8);
                    out.write(body.length);
                } else {
                    out.write(SHORT + 1);
                    for (int shift = 56; shift >= 0; shift -= 8) {
                        out.write((int) ((long) body.length >> shift));
                    }
                }
                out.write(body);
                out.flush();
            } catch (IOException e) {
                drop();
            }
        }
    }

    /** Called when somebody has connected. */
    protected abstract void connected(Peer peer);

    /** Called with what they say, one message at a time. */
    protected abstract void said(Peer peer, String text);

    protected abstract void gone(Peer peer);

    /** Whether pings of the protocol are answered. */
    protected boolean answersPings() {
        return true;
    }

    /** Starts to answer; returns at once. */
    public void start() {
        threads.execute(this::accept);
    }

    public final Counters counters() {
        return counters;
    }

    /** For what happens by itself. */
    protected final ScheduledExecutorService clock() {
        return clock;
    }

    /** Without a path. */
    public final URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort());
    }

    /** Ends all connections without a word. */
    public final void dropAll() {
        peers.forEach(Peer::drop);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            counters.count("close_failed");
        }
        dropAll();
        clock.shutdownNow();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            String key = key(in);
            if (key.isEmpty()) {
                socket.getOutputStream()
                        .write("HTTP/1.1 426 Upgrade Required\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            socket.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Peer peer = new Peer(socket);
            peers.add(peer);
            counters.count("connections");
            try {
                connected(peer);
                listen(peer, in);
            } finally {
                peers.remove(peer);
                gone(peer);
            }
        } catch (IOException e) {
            counters.count("ended");
        }
    }

    private static String key(DataInputStream in) throws IOException {
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return key;
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    private static String accepted(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen(Peer peer, DataInputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int head = in.readUnsignedByte();
            int size = in.readUnsignedByte() & 0x7f;
            long length = size < SHORT ? size : size == SHORT ? in.readUnsignedShort() : in.readLong();
            if (length < 0 || length > LONGEST) {
                return;
            }
            byte[] mask = new byte[4];
            in.readFully(mask);
            byte[] body = new byte[(int) length];
            in.readFully(body);
            for (int i = 0; i < body.length; i++) {
                body[i] ^= mask[i & 3];
            }
            switch (head & 0x0f) {
                case CLOSE -> {
                    peer.close();
                    return;
                }
                case PING -> {
                    counters.count("pings");
                    if (answersPings()) {
                        peer.frame(PONG, body);
                    }
                }
                case PONG -> {}
                default -> {
                    message.writeBytes(body);
                    if ((head & 0x80) != 0) {
                        said(peer, message.toString(StandardCharsets.UTF_8));
                        message.reset();
                    }
                }
            }
        }
    }
}

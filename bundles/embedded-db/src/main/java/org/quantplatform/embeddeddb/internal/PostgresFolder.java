package org.quantplatform.embeddeddb.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** What lies where below the embedded server's folder. */
record PostgresFolder(Path root) {

    private static final String HOST = "127.0.0.1";

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("log");
    }

    Path startLog() {
        return log().resolve("start.log");
    }

    Path credentials() {
        return root.resolve("credentials.properties");
    }

    boolean hasData() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    void create() throws IOException {
        PrivateFiles.createFolder(root);
        PrivateFiles.createFolder(log());
    }

    /** Held while a platform uses the folder, and freed by the system when that platform dies. */
    FileChannel lock() throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("Another running platform uses " + root);
        }
        return channel;
    }

    void refuseOtherMajor(String version) throws IOException {
        if (!hasData()) {
            return;
        }
        String onDisk = Files.readString(data().resolve("PG_VERSION")).strip();
        String ours = version.substring(0, version.indexOf('.'));
        if (!onDisk.equals(ours)) {
            throw new RefusedException("The embedded database in " + data() + " was written by PostgreSQL " + onDisk
                    + " and this platform carries PostgreSQL " + ours + ". Run: quant db upgrade");
        }
    }

    /** The port of this server: the one kept from earlier unless something else took it. */
    int port(int configured) throws IOException {
        if (configured != 0) {
            if (!isFree(configured)) {
                throw new IOException(
                        "Port " + configured + " of " + HOST + ", configured for the embedded database, is taken");
            }
            return configured;
        }
        Path file = root.resolve("port");
        if (Files.exists(file)) {
            int kept = Integer.parseInt(Files.readString(file).strip());
            if (isFree(kept)) {
                return kept;
            }
        }
        int chosen = freePort();
        PrivateFiles.write(file, chosen + "\n");
        return chosen;
    }

    /** The process named in the server's own lock file, if it still runs. */
    Optional<ProcessHandle> runningProcess() throws IOException {
        Path file = pidFile();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}

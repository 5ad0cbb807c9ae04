package org.quantplatform.embeddeddb.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One PostgreSQL server below one folder: created, started, watched and stopped. Used by one thread. */
final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int START_ATTEMPTS = 8;

    private final PostgresFolder folder;
    private final String version;
    private final EmbeddedSettings settings;
    private final Commands commands;
    private final Path binaries;
    private final FileChannel lock;
    private final Credentials credentials;

    private PostgresServer(PostgresFolder folder, String version, EmbeddedSettings settings, Path highest)
            throws IOException {
        folder.create();
        this.folder = folder;
        this.version = version;
        this.settings = settings;
        this.lock = folder.lock();
        try {
            folder.refuseOtherMajor(version);
            this.commands = Commands.forThisUser();
            this.credentials = Credentials.loadOrCreate(folder.credentials(), folder.hasData());
            this.binaries = PostgresBinaries.unpack(folder.root(), version);
            commands.own(folder.root(), highest);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Prepares the server without starting it. {@code highest} is the folder above which no permission is changed. */
    static PostgresServer at(Path root, String version, EmbeddedSettings settings, Path highest) throws IOException {
        return new PostgresServer(new PostgresFolder(root), version, settings, highest);
    }

    /** Starts the server and returns its address, not yet knowing whether role and database exist. */
    Address start() throws IOException, InterruptedException {
        stopLeftOver();
        createData();
        for (int attempt = 1; ; attempt++) {
            int port = folder.port(settings.port());
            PostgresConfiguration.write(folder, port, settings);
            commands.own(folder.root(), folder.root());
            int exit = commands.run(
                    folder.startLog(),
                    PATIENCE,
                    List.of(
                            program("pg_ctl"),
                            "start",
                            "-s",
                            "-w",
                            "-t",
                            String.valueOf(PATIENCE.toSeconds() - 10),
                            "-D",
                            folder.data().toString(),
                            "-l",
                            folder.startLog().toString()));
            if (exit == 0) {
                LOG.info("PostgreSQL {} runs on 127.0.0.1:{}", version, port);
                return new Address(port, credentials);
            }
            // backends of a killed server hold its shared memory for a moment, and a port may be taken between check
            // and use
            if (attempt == START_ATTEMPTS) {
                throw new IOException("PostgreSQL did not start; the end of " + folder.startLog() + ":\n"
                        + Commands.tail(folder.startLog(), 8));
            }
            Thread.sleep(500L * attempt);
        }
    }

    boolean isAlive() throws IOException {
        return folder.runningProcess().filter(this::isOurs).isPresent();
    }

    /** Stops the server, waiting until everything is on disk. */
    @Override
    public void close() throws IOException {
        boolean interrupted = Thread.interrupted();
        try (lock) {
            if (isAlive()) {
                stop("fast");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stopLeftOver() throws IOException, InterruptedException {
        Optional<ProcessHandle> running = folder.runningProcess();
        if (running.isEmpty()) {
            return;
        }
        if (!isOurs(running.get())) {
            Files.delete(folder.pidFile());
            return;
        }
        LOG.info(
                "Stopping the PostgreSQL that a killed platform left behind (process {})",
                running.get().pid());
        stop("fast");
    }

    private boolean isOurs(ProcessHandle process) {
        // a process number may have been given to another program meanwhile
        return process.info()
                .commandLine()
                .map(line -> line.contains(folder.data().toString()))
                .orElse(true);
    }

    private void stop(String mode) throws IOException, InterruptedException {
        List<String> command = List.of(
                program("pg_ctl"),
                "stop",
                "-s",
                "-w",
                "-t",
                "60",
                "-m",
                mode,
                "-D",
                folder.data().toString());
        if (commands.run(folder.startLog(), PATIENCE, command) != 0 && !"immediate".equals(mode)) {
            LOG.warn("PostgreSQL did not stop in time; stopping it at once (it recovers at next start)");
            stop("immediate");
        }
    }

    private void createData() throws IOException, InterruptedException {
        if (folder.hasData()) {
            return;
        }
        LOG.info("Creating the embedded database in {}", folder.data());
        Path aside = folder.root().resolve("data.new");
        PrivateFiles.deleteTree(aside);
        Path passwordFile = folder.root().resolve("initdb.pw");
        PrivateFiles.write(passwordFile, credentials.superuser() + "\n");
        commands.own(folder.root(), folder.root());
        try {
            var command = new ArrayList<>(List.of(program("initdb"), "-D", aside.toString()));
            command.addAll(List.of("-U", Credentials.SUPERUSER, "--auth=scram-sha-256", "--pwfile=" + passwordFile));
            command.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"));
            command.addAll(List.of("--builtin-locale=C.UTF-8", "--data-checksums", "--no-instructions"));
            if (commands.run(folder.startLog(), PATIENCE, command) != 0) {
                throw new IOException("initdb failed:\n" + Commands.tail(folder.startLog(), 8));
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(aside, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    /** Where the started server listens, and its passwords. */
    record Address(int port, Credentials credentials) {

        DatabaseAddress application(Properties pool) {
            return new DatabaseAddress(
                    DatabaseAddress.EMBEDDED,
                    url(Credentials.APPLICATION),
                    Credentials.APPLICATION,
                    credentials.application(),
                    pool);
        }

        Properties superuser() {
            Properties properties = new Properties();
            properties.setProperty("url", url(Credentials.SUPERUSER));
            properties.setProperty("user", Credentials.SUPERUSER);
            properties.setProperty("password", credentials.superuser());
            return properties;
        }

        private String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }
    }
}

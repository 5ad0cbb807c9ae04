package org.quantplatform.embeddeddb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs the real server that the distribution carries. */
class PostgresServerTest {

    private static final String VERSION = "18.6.0";

    @TempDir
    static Path programs;

    @TempDir
    Path folder;

    private final List<PostgresServer> opened = new ArrayList<>();

    @BeforeEach
    void needsLinux() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "this build carries the server for Linux only");
    }

    @AfterEach
    void stopAll() throws IOException {
        for (PostgresServer server : opened) {
            server.close();
        }
    }

    @Test
    void asksEveryoneForAPassword() throws Exception {
        PostgresServer.Address address = started();
        assertThat(Files.readString(data().resolve("pg_hba.conf"))).doesNotContain("trust");
        for (String user : List.of("postgres", "quant")) {
            assertThatThrownBy(() -> connect(address, user, "wrong")).hasMessageContaining("password authentication");
        }
    }

    @Test
    void givesTheApplicationItsDatabaseAndNothingMore() throws Exception {
        PostgresServer.Address address = started();
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a text)");
            assertThat(one(statement, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThat(one(statement, "SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'quant'"))
                    .isEqualTo("UTF8");
            assertThat(one(statement, "SELECT string_agg(x, '' ORDER BY x) FROM (VALUES ('a'), ('B'), ('_')) v(x)"))
                    .isEqualTo("B_a");
        }
    }

    @Test
    void isDurableAndListensOnLoopbackOnly() throws Exception {
        PostgresServer.Address address = started();
        assertThat(Files.readString(data().resolve("postgresql.conf"))).contains("unix_socket_directories = ''\n");
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            assertThat(one(statement, "SHOW fsync")).isEqualTo("on");
            assertThat(one(statement, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(one(statement, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(one(statement, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void keepsDataAndPortOverARestart() throws Exception {
        PostgresServer.Address first = started();
        insert(first);
        opened.remove(0).close();
        PostgresServer.Address second = started();
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(count(second)).isEqualTo("1");
    }

    @Test
    void losesNothingWhenItIsKilled() throws Exception {
        PostgresServer.Address address = started();
        insert(address);
        ProcessHandle process = postmaster();
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);
        assertThat(opened.get(0).isAlive()).isFalse();
        opened.get(0).start();
        assertThat(count(address)).isEqualTo("1");
    }

    @Test
    void takesOverFromAKilledPlatform() throws Exception {
        PostgresServer.Address address = started();
        insert(address);
        long orphan = postmaster().pid();
        // what the system does for a killed platform: its lock is gone, its server runs on
        PostgresFolder left = new PostgresFolder(folder.resolve("postgres"));
        Files.delete(left.root().resolve("lock"));
        PostgresServer.Address again = started();
        assertThat(postmaster().pid()).isNotEqualTo(orphan);
        assertThat(count(again)).isEqualTo("1");
    }

    @Test
    void ignoresAProcessNumberThatWasGivenToAnotherProgram() throws Exception {
        started();
        opened.remove(0).close();
        Path pidFile = data().resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + data() + "\n0\n1\n\n127.0.0.1\n0 0\nready\n");
        assertThat(started().port()).isPositive();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void choosesAnotherPortWhenItsOwnIsTaken() throws Exception {
        int kept = started().port();
        opened.remove(0).close();
        try (var taken = new java.net.ServerSocket(kept, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThat(started().port()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(this::started)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("quant db upgrade");
    }

    @Test
    void refusesToServeOneFolderTwice() throws Exception {
        started();
        assertThatThrownBy(this::started)
                .isInstanceOfAny(IOException.class, java.nio.channels.OverlappingFileLockException.class);
    }

    @Test
    void keepsItsPasswordsForTheOwner() throws Exception {
        started();
        Path root = folder.resolve("postgres");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("credentials.properties"))))
                .isEqualTo("rw-------");
        assertThat(root.resolve("initdb.pw")).doesNotExist();
    }

    private PostgresServer.Address started() throws IOException, InterruptedException, SQLException {
        PrivateFiles.createFolder(folder.resolve("postgres"));
        Path linked = folder.resolve("postgres").resolve("binaries-" + VERSION);
        if (!Files.exists(linked)) {
            // unpacking takes seconds and is tested elsewhere
            Files.createSymbolicLink(linked, PostgresBinaries.unpack(programs, VERSION));
        }
        PostgresServer server = PostgresServer.at(folder.resolve("postgres"), VERSION, settings(), folder);
        opened.add(server);
        PostgresServer.Address address = server.start();
        PGSimpleDataSource superuser = new PGSimpleDataSource();
        superuser.setUrl(address.superuser().getProperty("url"));
        superuser.setUser("postgres");
        superuser.setPassword(address.credentials().superuser());
        ApplicationDatabase.ensure(superuser, address.credentials());
        return address;
    }

    private Path data() {
        return folder.resolve("postgres").resolve("data");
    }

    private ProcessHandle postmaster() throws IOException {
        return new PostgresFolder(folder.resolve("postgres")).runningProcess().orElseThrow();
    }

    private static void insert(PostgresServer.Address address) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (a int)");
            statement.execute("INSERT INTO kept VALUES (1)");
        }
    }

    private static String count(PostgresServer.Address address) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            return one(statement, "SELECT count(*) FROM kept");
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer.Address address) throws SQLException {
        return connect(address, "quant", address.credentials().application());
    }

    private static Connection connect(PostgresServer.Address address, String user, String password)
            throws SQLException {
        DriverManager.setLoginTimeout((int) Duration.ofSeconds(10).toSeconds());
        return DriverManager.getConnection(address.application(new Properties()).url(), user, password);
    }

    private static EmbeddedSettings settings() {
        return new EmbeddedSettings() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return EmbeddedSettings.class;
            }

            @Override
            public String directory() {
                return "postgres";
            }

            @Override
            public int port() {
                return 0;
            }

            @Override
            public int max_connections() {
                return 50;
            }

            @Override
            public int shared_buffers_mb() {
                return 16;
            }

            @Override
            public int pool_size() {
                return 5;
            }
        };
    }
}

package org.quantplatform.assembly.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The database of a running server, asked beside the platform. */
final class ServerDatabase {

    private final String url;
    private final String password;

    ServerDatabase(Path home) throws Exception {
        Path folder = home.resolve("data/postgres");
        List<String> pid = Files.readAllLines(folder.resolve("data/postmaster.pid"));
        this.url = "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/quant";
        Properties credentials = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("credentials.properties"))) {
            credentials.load(in);
        }
        this.password = credentials.getProperty("postgres");
    }

    /** Seconds of the server for putting a market's bars out in COPY's binary format, to nowhere. */
    double copyToNowhere(String market) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
            long start = System.nanoTime();
            try (var statement = connection.createStatement()) {
                statement.execute("copy (" + bars(market) + ") to '/dev/null' (format binary)");
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Seconds of a client that takes the same rows and looks at none of them. */
    double copyToClient(String market) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
            long start = System.nanoTime();
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + bars(market) + ") to stdout (format binary)");
            long bytes = 0;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                bytes += row.length;
            }
            return bytes == 0 ? Double.NaN : (System.nanoTime() - start) / 1e9;
        }
    }

    private static String bars(String market) {
        return "select instrument_id, date, open, high, low, close, volume from daily_bars where market = '" + market
                + "'";
    }
}

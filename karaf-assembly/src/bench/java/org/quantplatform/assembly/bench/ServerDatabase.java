package org.quantplatform.assembly.bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
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

    /** Seconds of a client that takes the bars of one share after the other and looks at none of them. */
    double[] copyHistories(String market, List<String> tickers) throws Exception {
        double[] seconds = new double[tickers.size()];
        try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
            for (int i = 0; i < seconds.length; i++) {
                String query = "copy (select date, open, high, low, close, volume from daily_bars where market = '"
                        + market + "' and instrument_id = " + id(connection, market, tickers.get(i))
                        + " order by date) to stdout (format binary)";
                long start = System.nanoTime();
                CopyOut copy =
                        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query);
                while (copy.readFromCopy() != null) {
                    // only received
                }
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        return seconds;
    }

    private static int id(Connection connection, String market, String ticker) throws Exception {
        try (var statement =
                connection.prepareStatement("select id from instruments where market = ? and ticker = ?")) {
            statement.setString(1, market);
            statement.setString(2, ticker);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Seconds of a client that sends a market's bars, as a binary file has them, into a table that is like theirs. */
    double copyIn(String market) throws Exception {
        Path file = Files.createTempFile("bars", ".copy");
        String like = "bench_" + market;
        try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try (OutputStream out = Files.newOutputStream(file)) {
                copy.copyOut("copy " + partition(market) + " to stdout (format binary)", out);
            }
            try (var statement = connection.createStatement()) {
                statement.execute("create table " + like + " (like " + partition(market) + " including all)");
            }
            long start = System.nanoTime();
            try (InputStream in = Files.newInputStream(file)) {
                copy.copyIn("copy " + like + " from stdin (format binary)", in, 1 << 16);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            try (var statement = connection.createStatement()) {
                statement.execute("drop table " + like);
            }
            return seconds;
        } finally {
            Files.delete(file);
        }
    }

    private static String partition(String market) {
        return "daily_bars_" + market.toLowerCase(Locale.ROOT);
    }

    private static String bars(String market) {
        return "select instrument_id, date, open, high, low, close, volume from daily_bars where market = '" + market
                + "'";
    }
}

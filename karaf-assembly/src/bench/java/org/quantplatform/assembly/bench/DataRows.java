package org.quantplatform.assembly.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quantplatform.assembly.it.QuantServer;

/** What those wait for who read market data, and those who keep it up to date. */
final class DataRows {

    private static final int READS = 43;
    private static final int TURNS = 15;
    private static final int WARM = 300;
    private static final int LOOKS = 51;
    private static final String UPDATE =
            """
            {"market": "US", "sources": ["polygon"], "start_date": "2024-02-01", "end_date": "%s", "tickers": [%s],
             "options": %s}""";

    /** Sessions in a row; the first brings the history that the others follow. */
    static final List<LocalDate> DAYS = Stream.of(
                    "2024-02-29", "2024-03-01", "2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07")
            .map(LocalDate::parse)
            .toList();

    private final QuantServer server;
    private final Work work;
    private final List<Row> rows = new ArrayList<>();

    DataRows(QuantServer server, Work work) {
        this.server = server;
        this.work = work;
    }

    List<Row> rows() {
        return rows;
    }

    /** Ten years of one of the first assets of a market, another each time; in turn with the database's COPY of the same rows. */
    void history(String market, int assets) throws Exception {
        List<String> tickers = IntStream.range(0, WARM + TURNS * READS)
                .mapToObj(i -> "%s%05d".formatted(market, i * 7 % assets))
                .toList();
        for (String ticker : tickers.subList(0, WARM)) {
            work.read(ohlcv(ticker, market));
        }
        ServerDatabase database = new ServerDatabase(server.home());
        double[] millis = new double[TURNS * READS];
        double[] copies = new double[TURNS * READS];
        for (int turn = 0; turn < TURNS; turn++) {
            int from = turn * READS;
            List<String> some = tickers.subList(WARM + from, WARM + from + READS);
            for (int i = 0; i < READS; i++) {
                millis[from + i] = 1e3 * work.read(ohlcv(some.get(i), market));
            }
            System.arraycopy(database.copyHistories(market, some), 0, copies, from, READS);
            System.err.printf(
                    "ten years of a share in %.2f ms, COPY %.2f ms%n",
                    Measured.of(Arrays.copyOfRange(millis, from, from + READS)).median(),
                    1e3 * Measured.of(Arrays.copyOfRange(copies, from, from + READS))
                            .median());
        }
        rows.add(new Row(
                "ten years of daily bars of a share through REST",
                Measured.of(millis),
                "ms",
                5,
                1e3 * Measured.of(copies).median(),
                "COPY of the same rows to a client"));
    }

    private static String ohlcv(String ticker, String market) {
        return "/api/v1/data/ohlcv/" + ticker + "?market=" + market;
    }

    /** The latest bar of every asset of a market. */
    void latest(String market, int assets) throws Exception {
        double[] millis = new double[LOOKS];
        for (int i = 0; i < 2 * LOOKS; i++) {
            millis[i % LOOKS] = 1e3 * work.read("/api/v1/data/latest?market=" + market);
        }
        String what = "latest bar of %,d shares through REST".formatted(assets);
        rows.add(new Row(what, Measured.of(millis), "ms", 50, Double.NaN, ""));
    }

    /** One more day of shares that a fake provider has, from the request to the end of the job; overlap and actions as usual. */
    void update(Provider provider) throws Exception {
        provider.register(server);
        double[] seconds = new double[DAYS.size() - 1];
        for (int i = 0; i < DAYS.size(); i++) {
            // descriptions of 3,000 shares would be asked for one by one
            String options = i == 0 ? "{\"kinds\": \"bars\"}" : "{}";
            double took =
                    work.update(UPDATE.formatted(DAYS.get(i), provider.tickers(), options), provider.shares());
            if (i > 0) {
                seconds[i - 1] = took;
            }
            System.err.printf("update of %,d shares to %s in %.2f s%n", provider.shares(), DAYS.get(i), took);
        }
        String what = "update of %,d shares by a day from a fake provider, through REST".formatted(provider.shares());
        rows.add(new Row(what, Measured.of(seconds), "s", 5, Double.NaN, ""));
    }
}

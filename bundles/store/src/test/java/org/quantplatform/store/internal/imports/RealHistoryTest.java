package org.quantplatform.store.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.StoredMarket;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Database;

/** Loads five years of 505 real stocks and prints how fast; what it measures is no matter of the test. */
class RealHistoryTest {

    private static final Path DATA = Path.of(System.getProperty("quant.shared", "absent"), "oracles", "data");

    @Test
    void loadsFiveYearsOfFiveHundredStocks() {
        assumeTrue(Files.isDirectory(DATA), "skipped: no folder " + DATA);
        List<Row> rows = read();
        Database database = TestDatabase.migrated();
        Importing importing = new Importing(database);

        ImportReport first = load("first load", importing, rows);
        ImportReport second = load("same again", importing, rows);

        assertThat(first.stored()).isEqualTo(619_040);
        assertThat(second.unchanged()).isEqualTo(619_040);
        StoredMarket market = new StoredMarket(database);
        OhlcvQuery query = new OhlcvQuery(Market.US, "AAPL", null, null, Adjust.ALL);
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            int days = market.bars(query).orElseThrow().dates().size();
            print("%d bars of one ticker in %.1f ms%n", days, (System.nanoTime() - start) / 1e6);
        }
    }

    private static ImportReport load(String what, Importing importing, List<Row> rows) {
        long start = System.nanoTime();
        ImportReport report =
                importing.run(PriceBasis.SPLIT, Importing.judged(rows.size()), writer -> rows.forEach(writer::bar));
        double seconds = (System.nanoTime() - start) / 1e9;
        print("%s: %d rows in %.2f s, %.0f rows/s%n", what, rows.size(), seconds, rows.size() / seconds);
        return report;
    }

    private static void print(String format, Object... values) {
        System.out.printf(format, values);
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        for (int part = 1; part <= 4; part++) {
            Path file = DATA.resolve("sp500_ohlcv_2013_2018_part" + part + ".csv.gz");
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
                int index = part - 1;
                lines.lines().skip(1).forEach(line -> rows.add(row(index, line)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rows;
    }

    private static Row row(int file, String line) {
        String[] cells = line.split(",", -1);
        return new Row(
                file,
                1,
                Market.US,
                cells[1],
                (int) LocalDate.parse(cells[0]).toEpochDay(),
                number(cells[2]),
                number(cells[3]),
                number(cells[4]),
                number(cells[5]),
                number(cells[6]),
                null);
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}

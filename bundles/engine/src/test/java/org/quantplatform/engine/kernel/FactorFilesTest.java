package org.quantplatform.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.engine.SharedFiles;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

/**
 * Factors of adjustment beside published files of them, which LEAN ships with the raw prices that they belong to. A row of
 * such a file tells the last day of its factors, the factor for dividends, the one for splits and the close on that day. From
 * its rows the amounts of the actions are told; from these and the raw closes our factors must come out as printed. Left out
 * are files whose closes are not those of the prices beside them.
 */
class FactorFilesTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final double PRICE_UNIT = 10_000;
    /** The files print seven decimals of the factor for dividends, and eight of the one for splits. */
    private static final double PRICE_PRECISION = 1e-7;

    private static final double SPLIT_PRECISION = 1e-8;
    private static final double AMOUNT_UNIT = 1e6;

    private record Row(LocalDate lastDay, double dividends, double splits, double close) {}

    @ParameterizedTest
    @ValueSource(strings = {"aaa.1", "aapl", "aig", "bno", "eem", "goog", "ibm", "iwm", "spy", "uso"})
    void areThoseOfTheFile(String name) throws IOException {
        String ticker = name.split("\\.")[0];
        List<Row> rows = rows(SharedFiles.data("lean/factor_files/" + name + ".csv"));
        Panel prices = prices(SharedFiles.data("lean/daily/" + ticker + ".zip"), ticker);
        List<CorporateAction> actions = actions(rows, ticker);

        double[] splits = Adjustments.splitFactors(prices, actions);
        double[] totals = Adjustments.totalFactors(prices, actions);

        assertThat(actions).isNotEmpty();
        for (Row row : rows) {
            int day = prices.lastDayTo(row.lastDay());
            if (day >= 0) {
                assertThat(splits[day])
                        .as("splits to %s", row.lastDay())
                        .isCloseTo(row.splits(), within(SPLIT_PRECISION));
                assertThat(totals[day] / splits[day])
                        .as("dividends to %s", row.lastDay())
                        .isCloseTo(row.dividends(), within(PRICE_PRECISION));
            }
        }
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            rows.add(new Row(
                    LocalDate.parse(cells[0], DAY),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3])));
        }
        return rows;
    }

    /** The last row lies in the future and has no action after it. */
    private static List<CorporateAction> actions(List<Row> rows, String ticker) {
        List<CorporateAction> actions = new ArrayList<>();
        for (int i = 0; i < rows.size() - 1; i++) {
            Row row = rows.get(i);
            Row next = rows.get(i + 1);
            LocalDate exDate = row.lastDay().plusDays(1);
            if (row.splits() != next.splits()) {
                double ratio = next.splits() / row.splits();
                actions.add(new CorporateAction(Market.US, ticker, exDate, Kind.SPLIT, ratio));
            }
            if (row.dividends() != next.dividends()) {
                double amount = (1 - row.dividends() / next.dividends()) * row.close();
                double printed = Math.round(amount * AMOUNT_UNIT) / AMOUNT_UNIT;
                actions.add(new CorporateAction(Market.US, ticker, exDate, Kind.DIVIDEND, printed));
            }
        }
        return actions;
    }

    private static Panel prices(Path zip, String ticker) throws IOException {
        TreeMap<Integer, Double> closes = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.getInputStream(file.entries().nextElement()), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                LocalDate date = LocalDate.parse(cells[0].substring(0, 8), DAY);
                closes.put((int) date.toEpochDay(), Double.parseDouble(cells[4]) / PRICE_UNIT);
            }
        }
        int[] days = closes.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] column =
                closes.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new Panel(Market.US, days, List.of(ticker), Map.of(Field.CLOSE, column));
    }
}

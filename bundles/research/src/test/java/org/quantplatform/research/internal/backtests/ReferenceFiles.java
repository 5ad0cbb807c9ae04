package org.quantplatform.research.internal.backtests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

/** Files of the reference results, which are not on every machine. */
public final class ReferenceFiles {

    private ReferenceFiles() {}

    public static Path folder() {
        return Path.of(System.getProperty("quant.shared", "../shared"), "oracles", "golden");
    }

    static BufferedReader gz(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    public static Panel prices(Path file) throws IOException {
        try (BufferedReader reader = gz(file)) {
            String[] header = reader.readLine().split(",");
            List<String[]> rows =
                    reader.lines().map(line -> line.split(",", -1)).toList();
            Map<String, Integer> columns = new TreeMap<>();
            for (int column = 1; column < header.length; column++) {
                columns.put(header[column], column);
            }
            int days = rows.size();
            int[] dates = new int[days];
            double[] closes = new double[columns.size() * days];
            Arrays.setAll(
                    dates,
                    day -> Math.toIntExact(
                            LocalDate.parse(rows.get(day)[0].substring(0, 10)).toEpochDay()));
            int asset = 0;
            for (int column : columns.values()) {
                for (int day = 0; day < days; day++) {
                    closes[asset * days + day] = Double.parseDouble(rows.get(day)[column]);
                }
                asset++;
            }
            return Fixtures.panel(Market.US, dates, List.copyOf(columns.keySet()), closes);
        }
    }
}

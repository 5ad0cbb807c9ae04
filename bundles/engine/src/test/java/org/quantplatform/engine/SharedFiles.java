package org.quantplatform.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

/** Reference results in the folder beside the project; tests that need them are skipped where it is absent. */
public final class SharedFiles {

    private SharedFiles() {}

    public static Path golden(String name) {
        return present("golden", name);
    }

    /** Data that the references were made from. */
    public static Path data(String name) {
        return present("data", name);
    }

    private static Path present(String folder, String name) {
        String shared = System.getProperty("quant.shared", "../../../shared");
        Path file = Path.of(shared, "oracles", folder, name);
        assumeTrue(Files.isReadable(file), () -> "skipped: reference results are not there: " + file);
        return file;
    }

    /** Cells of all lines, the header first. */
    public static List<String[]> csv(String name) {
        Path file = golden(name);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A panel of closes from a table with dates in the first column and one column per ticker. */
    public static Panel closes(String name) {
        List<String[]> lines = csv(name);
        String[] header = lines.get(0);
        List<String> tickers = new ArrayList<>(Arrays.asList(header).subList(1, header.length));
        Collections.sort(tickers);
        int days = lines.size() - 1;
        double[] closes = new double[tickers.size() * days];
        int[] epochDays = new int[days];
        for (int day = 0; day < days; day++) {
            String[] cells = lines.get(day + 1);
            epochDays[day] = (int) LocalDate.parse(cells[0]).toEpochDay();
            for (int i = 1; i < cells.length; i++) {
                int asset = Collections.binarySearch(tickers, header[i]);
                closes[asset * days + day] = cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]);
            }
        }
        return new Panel(Market.US, epochDays, tickers, Map.of(Field.CLOSE, closes));
    }

    public static String text(String name) {
        try {
            return Files.readString(golden(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of the benchmarks' reference, one a line. */
    public static double[] benchColumn(String name) {
        try (Stream<String> lines = Files.lines(present("bench", name))) {
            return lines.mapToDouble(Double::parseDouble).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number after {@code "key":} in the block that follows {@code "series"} and {@code "block"}. */
    public static double number(String json, String series, String block, String key) {
        int start = json.indexOf('{', json.indexOf('"' + block + '"', json.indexOf('"' + series + '"')));
        Matcher found = Pattern.compile('"' + Pattern.quote(key) + "\":\\s*([-+0-9.eE]+)")
                .matcher(json);
        if (!found.find(start)) {
            throw new IllegalArgumentException(series + " has no " + key);
        }
        return Double.parseDouble(found.group(1));
    }
}

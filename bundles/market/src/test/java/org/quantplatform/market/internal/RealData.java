package org.quantplatform.market.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.quantplatform.api.data.Upload;

/** The real S&P 500 prices beside the project; a test that asks for them is skipped where they are absent. */
final class RealData {

    private RealData() {}

    static List<Upload> requireFiles() {
        Path folder = Path.of(System.getProperty("quant.shared", "absent"), "oracles", "data");
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: there is no folder of real data, " + folder);
        return IntStream.rangeClosed(1, 4)
                .mapToObj(i -> "sp500_ohlcv_2013_2018_part" + i + ".csv.gz")
                .map(name -> new Upload(name, folder.resolve(name)))
                .toList();
    }

    static TreeSet<LocalDate> requireTradingDays() throws IOException {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Upload file : requireFiles()) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file.content())), StandardCharsets.UTF_8))) {
                lines.lines().skip(1).forEach(line -> days.add(LocalDate.parse(line.substring(0, 10))));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return days;
    }
}

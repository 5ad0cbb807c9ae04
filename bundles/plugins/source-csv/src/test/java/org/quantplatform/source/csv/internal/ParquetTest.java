package org.quantplatform.source.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.spi.PluginException;

/** The files were written by pandas and pyarrow, as make.py beside them tells. */
class ParquetTest {

    private static byte[] file(String name) throws IOException {
        try (InputStream in = ParquetTest.class.getResourceAsStream("/parquet/" + name)) {
            return in.readAllBytes();
        }
    }

    private static double[] numbers(String name) throws IOException {
        return new String(file(name), StandardCharsets.US_ASCII)
                .lines()
                .mapToDouble(line -> line.isEmpty() ? Double.NaN : Double.parseDouble(line))
                .toArray();
    }

    private static Collected read(byte[] file, Map<String, String> options) throws IOException {
        return Collected.from("prices.parquet", file, options, Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pandas.parquet", "gzip-v2.parquet", "plain.parquet"})
    void readsEveryBitOfWhatOthersWrite(String name) throws IOException {
        double[] open = numbers("open.txt");
        double[] close = numbers("close.txt");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String ticker = i % 3 == 0 ? "BBB" : "AAA";
            LocalDate date = LocalDate.of(2019, 12, 30).plusDays(i);
            double volume = i * 1000 + 1;
            expected.add((i + 2) + " " + ticker + " " + date + " " + open[i] + " " + close[i] * 2 + " " + open[i] / 7
                    + " " + close[i] + " " + volume);
        }

        Collected read = read(file(name), Map.of());

        assertThat(read.bars).isEqualTo(expected);
        assertThat(read.refused).isEmpty();
    }

    @Test
    void namesColumnsAsOptionsSay() throws IOException {
        Map<String, String> options = Map.of("columns.close", "low", "columns.open", "high", "ticker", "ONE");
        assertThat(read(file("plain.parquet"), options).bars).hasSize(40).allMatch(bar -> bar.contains(" ONE "));
        assertThatThrownBy(() -> read(file("plain.parquet"), Map.of("columns.close", "price")))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("no column 'price'; it has date, ticker");
    }

    @Test
    void refusesWhatItDoesNotRead() {
        assertRefused(
                "zstd.parquet",
                "prices.parquet cannot be read: it is packed with ZSTD; write it with compression"
                        + " snappy, gzip or none");
        assertRefused(
                "nested.parquet", "prices.parquet cannot be read: column 'note' is nested; only flat tables are read");
        assertThatThrownBy(() -> read("date,ticker,close\n".getBytes(StandardCharsets.UTF_8), Map.of()))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("no Parquet file");
        assertThatThrownBy(() -> read(Arrays.copyOf(file("plain.parquet"), 3000), Map.of()))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("cut off");
    }

    private static void assertRefused(String name, String message) {
        assertThatThrownBy(() -> read(file(name), Map.of()))
                .isInstanceOf(PluginException.class)
                .hasMessage(message);
    }

    /** Whatever is in a file, it is read or refused. */
    @ParameterizedTest
    @ValueSource(strings = {"pandas.parquet", "gzip-v2.parquet", "plain.parquet"})
    void survivesDamage(String name) throws IOException {
        Random random = new Random(3);
        byte[] good = file(name);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k < 3; k++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                read(bad, Map.of());
            } catch (PluginException | IOException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}

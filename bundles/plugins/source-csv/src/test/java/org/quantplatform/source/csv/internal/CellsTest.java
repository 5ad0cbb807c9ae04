package org.quantplatform.source.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private static double read(String text) {
        return Cells.number(("<" + text + ">").toCharArray(), 1, 1 + text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "+1",
                "-1.5",
                "5.",
                ".5",
                "1.2E6",
                "1e-7",
                "0.1",
                "45.07",
                "9007199254740993",
                "900719925474099.25",
                "123456789012345678901234567890",
                "0.00000000000000000000000001",
                "1.7976931348623157e308",
                "4.9e-324",
                "1e400",
                "000123.4500"
            })
    void readsAsJavaDoes(String text) {
        assertThat(Double.doubleToLongBits(read(text))).isEqualTo(Double.doubleToLongBits(Double.parseDouble(text)));
    }

    @Test
    void readsRandomDecimalsAsJavaDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String text = i % 2 == 0
                    ? Double.toString(random.nextDouble() * 1000)
                    : Long.toString(random.nextLong() >> random.nextInt(60)) + "." + random.nextInt(100_000);
            assertThat(read(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "na", "N/A", "NaN", "nan", "null", "NULL"})
    void knowsTheWordsForMissing(String text) {
        assertThat(read(text)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ".", "1,5", "1d", "0x1p3", "Infinity", "1.2.3", "1 000", "abc", "--1", "1e", "１"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(NumberFormatException.class);
    }
}

package org.quantplatform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hashes cover documents, so that numbers must always have the text that the language gives them. */
class DoubleArrayTest {

    private static final double[] EDGES = {
        0,
        -0.0,
        1,
        -1.5,
        0.001,
        0.0009,
        0.0010,
        9_999_999,
        9_999_999.9999,
        9_999_999.99999,
        9_999_999.996,
        0.00105,
        100,
        0.5,
        1e7,
        10_000_001,
        12_345_670,
        20_000_000,
        999_999_999_999_999.0,
        1e15,
        1_000_000_000_000_001.0,
        1e23,
        0.1 + 0.2,
        1.0 / 3,
        123.456789,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Math.nextUp(100.25),
        Math.nextDown(0.001)
    };

    @Test
    void writesEachNumberAsTheLanguageDoes() throws JsonProcessingException {
        assertWritten(EDGES);
        Random random = new Random(4);
        for (int decimals = 0; decimals <= 6; decimals++) {
            double power = Math.pow(10, decimals);
            assertWritten(random.longs(50_000, 0, 20_000_000)
                    .mapToDouble(n -> n / power)
                    .toArray());
            assertWritten(random.longs(50_000, 0, 20_000_000_000_000L)
                    .mapToDouble(n -> n / power)
                    .toArray());
            assertWritten(random.doubles(50_000, 0, power).toArray());
        }
        assertWritten(random.longs(100_000, 0, 2_000_000_000_000_000L)
                .mapToDouble(n -> n)
                .toArray());
    }

    @Test
    void writesDaysAsTheyAreNamed() throws JsonProcessingException {
        List<LocalDate> days = new ArrayList<>(Stream.iterate(LocalDate.of(1899, 12, 1), day -> day.plusDays(17))
                .limit(9000)
                .toList());
        days.addAll(List.of(LocalDate.MIN, LocalDate.MAX, LocalDate.of(0, 1, 1), LocalDate.of(12_345, 1, 1)));
        days.add(null);
        Series series = new Series(days, new double[] {1, Double.NaN, 2.5});
        String expected = days.stream()
                .map(day -> day == null ? "null" : "\"" + day + "\"")
                .collect(Collectors.joining(",", "{\"days\":[", "],\"values\":[1.0,null,2.5]}"));
        assertThat(QuantJson.write(series)).isEqualTo(expected);
        assertThat(QuantJson.mapper().writeValueAsBytes(series)).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
        JsonNode tree = QuantJson.mapper().valueToTree(series);
        assertThat(tree.toString()).isEqualTo(expected);
        String laidOut = QuantJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(series);
        assertThat(QuantJson.mapper().readTree(laidOut)).isEqualTo(tree);
        assertThat(laidOut).contains("\"1899-12-01\", \"1899-12-18\"");
    }

    private record Series(List<LocalDate> days, double[] values) {}

    @Test
    void keepsNumbersInATree() {
        JsonNode tree = QuantJson.mapper().valueToTree(new double[] {53.27, Double.NaN, 7});
        assertThat(tree.get(0).isDouble()).isTrue();
        assertThat(tree).hasToString("[53.27,null,7.0]");
    }

    private static void assertWritten(double[] values) throws JsonProcessingException {
        String expected = Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(",", "[", "]"));
        assertThat(QuantJson.write(values)).isEqualTo(expected);
        byte[] bytes = QuantJson.mapper().writeValueAsBytes(values);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(expected);
    }
}

package org.quantplatform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
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
        1e7,
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
    }

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

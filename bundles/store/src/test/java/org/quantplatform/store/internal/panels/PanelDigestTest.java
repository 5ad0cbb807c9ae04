package org.quantplatform.store.internal.panels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

class PanelDigestTest {

    private static final int[] DAYS = {16_000, 16_001};

    private static Panel panel(double[] open, double[] close) {
        return new Panel(Market.US, DAYS, List.of("A", "B"), Map.of(Field.OPEN, open, Field.CLOSE, close));
    }

    private static String digest(double[] open, double[] close) {
        return PanelDigest.of(panel(open, close), List.of());
    }

    private static byte[] sha256(ByteBuffer bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void text(ByteBuffer bytes, String text) {
        bytes.putLong(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void isWhatItsDefinitionSays() throws Exception {
        double[] open = {1, 2, Double.NaN, 4};
        double[] close = {-0.0, 5, 6, 7};
        ByteBuffer whole = buffer();
        whole.putLong(2).putLong(16_000).putLong(16_001);
        text(whole, "A");
        text(whole, "B");
        column(whole, "close", close);
        column(whole, "open", open);

        assertThat(digest(open, close)).isEqualTo(HexFormat.of().formatHex(sha256(whole)));
    }

    private static void column(ByteBuffer whole, String name, double[] values) throws Exception {
        ByteBuffer bits = buffer();
        Arrays.stream(values).forEach(value -> bits.putLong(Double.doubleToRawLongBits(value)));
        text(whole, name);
        whole.putLong(32).put(sha256(bits));
    }

    @Test
    void showsEveryBit() {
        double[] values = new double[4];
        double[] other = new double[4];
        other[3] = -0.0;

        assertThat(digest(values, other)).isNotEqualTo(digest(values, values)).isNotEqualTo(digest(other, values));
        assertThat(digest(values, other)).isEqualTo(digest(values.clone(), other.clone()));
    }

    @Test
    void takesColumnsLongerThanItsBuffer() {
        int assets = 3;
        int[] days = IntStream.range(0, 10_000).toArray();
        double[] values = new double[assets * days.length];
        Arrays.setAll(values, i -> i);
        double[] other = values.clone();
        other[values.length - 1]++;

        assertThat(of(days, values)).isEqualTo(of(days, values.clone())).isNotEqualTo(of(days, other));
    }

    private static String of(int[] days, double[] closes) {
        Panel panel = new Panel(Market.US, days, List.of("A", "B", "C"), Map.of(Field.CLOSE, closes));
        return PanelDigest.of(panel, List.of());
    }
}

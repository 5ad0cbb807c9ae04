package org.quantplatform.shell.view;

/** A curve in one line of block characters. */
public final class Sparkline {

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** The last value of each of {@code width} equal stretches of time; NaN leaves a gap. */
    public static String of(double[] values, int width) {
        int cells = Math.min(width, values.length);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Double.isNaN(value) ? low : Math.min(low, value);
            high = Double.isNaN(value) ? high : Math.max(high, value);
        }
        StringBuilder line = new StringBuilder();
        for (int cell = 0; cell < cells; cell++) {
            int index = (int) ((long) (cell + 1) * values.length / cells) - 1;
            line.append(block(values[index], low, high));
        }
        return line.toString();
    }

    private static char block(double value, double low, double high) {
        if (Double.isNaN(value)) {
            return ' ';
        }
        double share = high > low ? (value - low) / (high - low) : 0.5;
        return BLOCKS.charAt((int) Math.min(BLOCKS.length() - 1L, Math.round(share * (BLOCKS.length() - 1))));
    }
}

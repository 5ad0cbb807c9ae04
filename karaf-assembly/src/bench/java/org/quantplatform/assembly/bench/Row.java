package org.quantplatform.assembly.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param ours median, in the unit
 * @param target the most it may be; NaN for none
 * @param reference what others need for the same work, in the unit; NaN for none
 * @param source of the reference
 */
record Row(String work, double ours, String unit, double target, double reference, String source) {

    static final String HEAD =
            """
            | work | ours | at most | reference | ours / reference |
            |---|---|---|---|---|""";

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** As a line of a Markdown table. */
    String line() {
        String other = Double.isNaN(reference) ? source : number(reference) + " " + unit + ", " + source;
        return "| %s | %s %s | %s | %s | %s |"
                .formatted(work, number(ours), unit, number(target), other, number(ours / reference));
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = Math.abs(value);
        String pattern = size >= 1000 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, pattern, value);
    }
}

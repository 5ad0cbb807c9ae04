package org.quantplatform.assembly.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param target the most that the median may be on a quiet machine; NaN for none
 * @param reference what others need for the same work, in the unit; NaN for none
 * @param source of the reference
 */
record Row(String work, Measured ours, String unit, double target, double reference, String source) {

    static final String HEAD =
            """
            | work | median | best | at most | holds | reference | median / reference |
            |---|---|---|---|---|---|---|""";

    /** As a line of a Markdown table. */
    String line() {
        String other = Double.isNaN(reference) ? "" : number(reference) + " " + unit + ", " + source;
        double ratio = ours.median() / reference;
        return "| %s | %s %s | %s | %s | %s | %s | %s |"
                .formatted(
                        work,
                        number(ours.median()),
                        unit,
                        number(ours.best()),
                        number(target),
                        holds(),
                        other,
                        number(ratio));
    }

    /** Whether the median is at most what it may be, and which part of it that is. */
    private String holds() {
        if (Double.isNaN(target)) {
            return "";
        }
        return (ours.median() <= target ? "yes, " : "NO, ") + number(ours.median() / target);
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = Math.abs(value);
        String pattern = size >= 1000 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.2g";
        return String.format(Locale.ROOT, pattern, value);
    }
}

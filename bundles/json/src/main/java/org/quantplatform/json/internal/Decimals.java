package org.quantplatform.json.internal;

import java.io.IOException;
import java.util.stream.IntStream;

/** Writes numbers as {@link Double#toString} does, those of few decimals, as stated prices and volumes are, much faster. */
final class Decimals {

    private static final int LONGEST = 24;

    /** From here on, and below a thousandth, there is an exponent. */
    private static final double LARGE = 1e7;

    private static final double SMALL = 1e-3;

    private static final double MOST_WHOLE = 1e15;
    private static final String[] EXPONENTS =
            IntStream.range(0, 15).mapToObj(Integer::toString).toArray(String[]::new);

    private Decimals() {}

    /** Null for what is not finite. */
    static void write(double value, ArrayText text) throws IOException {
        text.begin(LONGEST);
        if (!isShort(value, text) && !isLargeWhole(value, text)) {
            text.put(Double.isFinite(value) ? Double.toString(value) : "null");
        }
    }

    /**
     * Of two numbers with at most 15 digits only one is next to a double, so the one that is has the fewest digits, too. Both
     * sides of each quotient are exact as doubles, so that it is the double next to the decimal.
     */
    private static boolean isShort(double value, ArrayText text) {
        if (!(value >= SMALL && value < LARGE)) {
            return false;
        }
        long hundredths = (long) (value * 100 + 0.5);
        if (hundredths / 100.0 == value) {
            put((int) (hundredths / 100), (int) (hundredths % 100), 2, text);
            return true;
        }
        long small = (long) (value * 10_000 + 0.5);
        if (small / 10_000.0 == value) {
            put((int) (small / 10_000), (int) (small % 10_000), 4, text);
            return true;
        }
        return false;
    }

    /** A whole number of at most 15 digits has no shorter decimal next to it either. */
    private static boolean isLargeWhole(double value, ArrayText text) {
        if (!(value >= LARGE && value < MOST_WHOLE) || (long) value != value) {
            return false;
        }
        String digits = Long.toString((long) value);
        int last = digits.length() - 1;
        while (last > 1 && digits.charAt(last) == '0') {
            last--;
        }
        text.put(digits.charAt(0));
        text.put('.');
        text.put(digits, 1, last + 1);
        text.put('E');
        text.put(EXPONENTS[digits.length() - 1]);
        return true;
    }

    /** With the zero that the last decimal may be left out, but not the only one. */
    private static void put(int whole, int fraction, int decimals, ArrayText text) {
        text.digits(whole, length(whole));
        text.put('.');
        if (fraction % 10 == 0) {
            text.digits(fraction / 10, decimals - 1);
        } else {
            text.digits(fraction, decimals);
        }
    }

    private static int length(int whole) {
        int length = 1;
        for (int rest = whole; rest >= 10; rest /= 10) {
            length++;
        }
        return length;
    }
}

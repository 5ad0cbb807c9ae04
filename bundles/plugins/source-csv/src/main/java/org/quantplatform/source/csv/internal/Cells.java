package org.quantplatform.source.csv.internal;

/** Reads numbers out of characters. */
final class Cells {

    private static final long EXACT_MANTISSA = 1L << 53;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Cells() {}

    /**
     * The number as {@link Double#parseDouble} reads it; NaN when the cell is empty, NA, N/A, NaN or null in any case.
     *
     * @throws NumberFormatException when it is neither
     */
    static double number(char[] chars, int start, int end) {
        long mantissa = 0;
        int scale = -1;
        int i = start < end && (chars[start] == '-' || chars[start] == '+') ? start + 1 : start;
        int digits = i;
        for (; i < end && mantissa < EXACT_MANTISSA / 10; i++) {
            char c = chars[i];
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                scale += scale < 0 ? 0 : 1;
            } else if (c == '.' && scale < 0) {
                scale = 0;
                digits++;
            } else {
                break;
            }
        }
        if (i < end || i == digits || scale >= POWERS.length) {
            return rare(new String(chars, start, end - start));
        }
        // A quotient of two numbers that are exact as doubles is rounded once, so it is what parseDouble gives.
        double value = scale > 0 ? mantissa / POWERS[scale] : mantissa;
        return chars[start] == '-' ? -value : value;
    }

    private static double rare(String text) {
        if (missing(text)) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            // parseDouble would also take hexadecimal digits, type suffixes and "Infinity".
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                throw new NumberFormatException(text);
            }
        }
        return Double.parseDouble(text);
    }

    private static boolean missing(String text) {
        return text.isEmpty()
                || text.equalsIgnoreCase("NA")
                || text.equalsIgnoreCase("N/A")
                || text.equalsIgnoreCase("NaN")
                || text.equalsIgnoreCase("null");
    }
}

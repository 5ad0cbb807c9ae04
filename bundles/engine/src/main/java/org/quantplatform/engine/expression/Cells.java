package org.quantplatform.engine.expression;

/** Loops over cells. What is not finite becomes NaN: there is no infinity in an expression. */
final class Cells {

    private Cells() {}

    static void keepFinite(double[] column) {
        for (int i = 0; i < column.length; i++) {
            column[i] = finite(column[i]);
        }
    }

    /** Processors know many bit patterns of NaN; values that are equal shall be equal to the last bit. */
    static void unifyUnknown(double[] column) {
        for (int i = 0; i < column.length; i++) {
            column[i] = column[i] == column[i] ? column[i] : Double.NaN;
        }
    }

    static void abs(double[] a, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.abs(a[i]);
        }
    }

    static void sign(double[] a, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.signum(a[i]);
        }
    }

    static void log(double[] a, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = finite(Math.log(a[i]));
        }
    }

    static void exp(double[] a, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = finite(Math.exp(a[i]));
        }
    }

    static void sqrt(double[] a, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.sqrt(a[i]);
        }
    }

    static void power(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            // pow(NaN, 0) is 1, but what is not known has no power
            out[i] = finite(Math.pow(a[i], b[i]) + 0 * (a[i] + b[i]));
        }
    }

    static void signedPower(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = finite(Math.signum(a[i]) * Math.pow(Math.abs(a[i]), b[i]) + 0 * b[i]);
        }
    }

    static void add(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = finite(a[i] + b[i]);
        }
    }

    static void subtract(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = finite(a[i] - b[i]);
        }
    }

    static void multiply(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = finite(a[i] * b[i]);
        }
    }

    static void divide(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = finite(a[i] / b[i]);
        }
    }

    static void greater(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    static void less(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    static void clip(double[] a, double low, double high, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.min(Math.max(a[i], low), high);
        }
    }

    static void fill(double[] a, double number, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] == a[i] ? a[i] : number;
        }
    }

    /** NaN and both infinities become NaN, everything else stays. */
    private static double finite(double x) {
        return x + (x - x);
    }
}

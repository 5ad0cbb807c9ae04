package org.quantplatform.engine.expression;

/** Loops that give 1 for yes and 0 for no. A comparison with NaN is no, as IEEE 754 has it; {@code Ne} is yes. */
final class Conditions {

    private Conditions() {}

    static void gt(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] > b[i] ? 1 : 0;
        }
    }

    static void ge(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] >= b[i] ? 1 : 0;
        }
    }

    static void lt(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] < b[i] ? 1 : 0;
        }
    }

    static void le(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] <= b[i] ? 1 : 0;
        }
    }

    static void eq(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] == b[i] ? 1 : 0;
        }
    }

    static void ne(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] != b[i] ? 1 : 0;
        }
    }

    static void and(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] == 1 && b[i] == 1 ? 1 : 0;
        }
    }

    static void or(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] == 1 || b[i] == 1 ? 1 : 0;
        }
    }

    static void not(double[] a, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] == 1 ? 0 : 1;
        }
    }

    static void unknown(double[] a, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] == a[i] ? 0 : 1;
        }
    }

    static void choose(double[] condition, double[] yes, double[] no, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = condition[i] == 1 ? yes[i] : no[i];
        }
    }
}

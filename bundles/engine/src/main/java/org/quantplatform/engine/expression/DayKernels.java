package org.quantplatform.engine.expression;

import org.quantplatform.engine.kernel.CrossSection;

/** Operators across the assets of one day, beyond those of {@link CrossSection}. */
final class DayKernels {

    private DayKernels() {}

    static void rank(double[] values, boolean[] eligible) {
        CrossSection.rank(values, eligible, values);
        int count = 0;
        for (double value : values) {
            count += value == value ? 1 : 0;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= count;
        }
    }

    static void mean(double[] values, boolean[] eligible) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (eligible[i] && values[i] == values[i]) {
                sum += values[i];
                count++;
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = eligible[i] && values[i] == values[i] ? sum / count : Double.NaN;
        }
    }

    static void scale(double[] values, boolean[] eligible) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += eligible[i] && values[i] == values[i] ? Math.abs(values[i]) : 0;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = eligible[i] && sum > 0 ? values[i] / sum : Double.NaN;
        }
    }
}

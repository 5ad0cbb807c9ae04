package org.quantplatform.engine.robust;

/** Returns by a formula that another language repeats to the last digits. */
final class Trials {

    private Trials() {}

    static double[][] of(int periods, int trials) {
        double[][] returns = new double[trials][periods];
        for (int n = 0; n < trials; n++) {
            for (int t = 0; t < periods; t++) {
                returns[n][t] = 0.01 * Math.sin(1.7 * t * (n + 1) + n * n) + 0.0003 * n * Math.cos(0.05 * t);
            }
        }
        return returns;
    }
}

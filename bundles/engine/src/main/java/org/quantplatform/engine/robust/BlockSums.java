package org.quantplatform.engine.robust;

/**
 * Sums of returns and of their squares over consecutive blocks of time, from which the Sharpe ratio of any union of blocks
 * follows. Block {@code b} of {@code S} over {@code T} returns holds those from {@code ⌊b T / S⌋} on, so that lengths differ
 * by at most one and no return is dropped.
 */
final class BlockSums {

    /** Of the mean square; what varies less varies by rounding only. */
    private static final double FLAT = 1e-13;

    private final int blocks;
    private final int[] counts;
    private final double[] sums;
    private final double[] squares;

    BlockSums(double[][] trials, int blocks) {
        this.blocks = blocks;
        this.counts = new int[blocks];
        this.sums = new double[trials.length * blocks];
        this.squares = new double[trials.length * blocks];
        int periods = trials.length == 0 ? 0 : trials[0].length;
        for (int block = 0; block < blocks; block++) {
            counts[block] = start(block + 1, periods) - start(block, periods);
        }
        for (int trial = 0; trial < trials.length; trial++) {
            add(trial, trials[trial]);
        }
    }

    private int start(int block, int periods) {
        return (int) ((long) block * periods / blocks);
    }

    private void add(int trial, double[] returns) {
        for (int block = 0; block < blocks; block++) {
            double sum = 0;
            double square = 0;
            int end = start(block + 1, returns.length);
            for (int i = start(block, returns.length); i < end; i++) {
                sum += returns[i];
                square += returns[i] * returns[i];
            }
            sums[trial * blocks + block] = sum;
            squares[trial * blocks + block] = square;
        }
    }

    /** Of the returns in the blocks whose bit is set, not annualised; NaN when they do not vary. */
    double sharpe(int trial, int chosen) {
        int count = 0;
        double sum = 0;
        double square = 0;
        for (int block = 0; block < blocks; block++) {
            if ((chosen >> block & 1) == 1) {
                count += counts[block];
                sum += sums[trial * blocks + block];
                square += squares[trial * blocks + block];
            }
        }
        double spread = square - sum * sum / count;
        return spread > FLAT * square ? sum / count / Math.sqrt(spread / (count - 1)) : Double.NaN;
    }
}

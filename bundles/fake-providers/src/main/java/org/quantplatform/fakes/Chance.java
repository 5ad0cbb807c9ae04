package org.quantplatform.fakes;

/** A stream of numbers that depends on its seed alone (the SplitMix64 generator). */
final class Chance {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Chance(long seed) {
        this.state = mixed(seed * STEP + 1);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += STEP;
        return mixed(state);
    }

    /** From 0 to 1, without 1. */
    double share() {
        return (next() >>> 11) * UNIT;
    }

    double between(double low, double high) {
        return low + (high - low) * share();
    }

    /** From 0 to {@code bound}, without it. */
    int below(int bound) {
        return (int) (share() * bound);
    }

    /** About normal with mean 0 and deviation 1: twelve shares summed. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += share();
        }
        return sum;
    }
}

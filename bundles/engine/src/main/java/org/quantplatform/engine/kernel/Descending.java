package org.quantplatform.engine.kernel;

import java.util.Arrays;

/**
 * The order of numbers from the highest to the lowest, in time linear in their count (a radix sort of their bits, least
 * significant digit first).
 */
public final class Descending {

    private static final int BITS = 11;
    private static final int RADIX = 1 << BITS;
    private static final int DIGITS = (Long.SIZE + BITS - 1) / BITS;

    private long[] keys;
    private int[] places;
    private long[] spareKeys;
    private int[] sparePlaces;
    private final int[] counts = new int[DIGITS * RADIX];

    private Descending(int size) {
        this.keys = new long[size];
        this.places = new int[size];
        this.spareKeys = new long[size];
        this.sparePlaces = new int[size];
    }

    /**
     * Where the values stand, the highest first; equal ones (0.0 and -0.0 are) in the order of their places.
     *
     * @return as many places as there are values that are not NaN
     */
    public static int[] order(double[] values) {
        Descending sort = new Descending(values.length);
        int size = sort.take(values);
        for (int digit = 0; digit < DIGITS; digit++) {
            sort.by(digit, size);
        }
        return Arrays.copyOf(sort.places, size);
    }

    private int take(double[] values) {
        int size = 0;
        for (int place = 0; place < values.length; place++) {
            if (!Double.isNaN(values[place])) {
                long key = key(values[place]);
                keys[size] = key;
                places[size++] = place;
                for (int digit = 0; digit < DIGITS; digit++) {
                    counts[digit * RADIX + digitOf(key, digit)]++;
                }
            }
        }
        return size;
    }

    /** The higher the value, the lower the key as an unsigned number; adding 0 makes -0.0 equal to 0.0. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return ~(bits ^ (bits >> (Long.SIZE - 1) | Long.MIN_VALUE));
    }

    private static int digitOf(long key, int digit) {
        return (int) (key >>> digit * BITS) & RADIX - 1;
    }

    private void by(int digit, int size) {
        int base = digit * RADIX;
        if (size == 0 || counts[base + digitOf(keys[0], digit)] == size) {
            return;
        }
        int start = 0;
        for (int i = base; i < base + RADIX; i++) {
            int count = counts[i];
            counts[i] = start;
            start += count;
        }
        for (int i = 0; i < size; i++) {
            int to = counts[base + digitOf(keys[i], digit)]++;
            spareKeys[to] = keys[i];
            sparePlaces[to] = places[i];
        }
        swap();
    }

    private void swap() {
        long[] sortedKeys = spareKeys;
        spareKeys = keys;
        keys = sortedKeys;
        int[] sortedPlaces = sparePlaces;
        sparePlaces = places;
        places = sortedPlaces;
    }
}

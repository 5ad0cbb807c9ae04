package org.quantplatform.engine.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.quantplatform.model.ScoreMatrix;

/** Ranks of unordered values: 1 for the smallest, the mean of their ranks for equal ones, NaN for NaN. */
public final class Ranks {

    /** Days that are taken together: what eight days of an asset share is a line of the processor's cache. */
    private static final int TILE = 16;

    private Ranks() {}

    public static double[] average(double[] values) {
        double[] ranks = new double[values.length];
        average(values, ranks);
        return ranks;
    }

    /** {@code out} may be the same array as {@code values}. */
    static void average(double[] values, double[] out) {
        int[] order = Descending.order(values);
        double[] sorted = new double[order.length];
        for (int place = 0; place < order.length; place++) {
            sorted[place] = values[order[place]];
        }
        Arrays.fill(out, Double.NaN);
        int end;
        for (int start = 0; start < order.length; start = end) {
            end = start + 1;
            while (end < order.length && sorted[end] == sorted[start]) {
                end++;
            }
            double rank = order.length - (start + end - 1) / 2.0;
            for (int place = start; place < end; place++) {
                out[order[place]] = rank;
            }
        }
    }

    /** Replaces the values of each day by their ranks among all assets of the day, on all processors. */
    public static void everyDay(ScoreMatrix values) {
        int tiles = (values.days() + TILE - 1) / TILE;
        IntStream.range(0, tiles).parallel().forEach(tile -> tile(values, tile * TILE));
    }

    private static void tile(ScoreMatrix values, int first) {
        int days = Math.min(TILE, values.days() - first);
        double[][] byDay = new double[days][values.assets()];
        for (int asset = 0; asset < values.assets(); asset++) {
            for (int day = 0; day < days; day++) {
                byDay[day][asset] = values.get(asset, first + day);
            }
        }
        for (double[] day : byDay) {
            average(day, day);
        }
        for (int asset = 0; asset < values.assets(); asset++) {
            for (int day = 0; day < days; day++) {
                values.set(asset, first + day, byDay[day][asset]);
            }
        }
    }
}

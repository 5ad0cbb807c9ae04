package org.quantplatform.engine.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures of wealth below its high; wealth is 1 before the first return. */
final class Declines {

    private Declines() {}

    static double[] depths(double[] returns) {
        double[] depths = new double[returns.length];
        double wealth = 1;
        double high = 1;
        for (int i = 0; i < depths.length; i++) {
            wealth *= 1 + returns[i];
            high = Math.max(high, wealth);
            depths[i] = wealth / high - 1;
        }
        return depths;
    }

    /** A stretch below one high: the deepest value, and the days from the high to the return to it or to the end. */
    record Episode(double depth, int days) {}

    static List<Episode> episodes(Sample sample) {
        List<Episode> found = new ArrayList<>();
        double[] depths = sample.depths();
        int[] days = sample.days();
        int high = 0;
        double deepest = 0;
        for (int i = 0; i < depths.length; i++) {
            if (depths[i] < 0) {
                deepest = Math.min(deepest, depths[i]);
                continue;
            }
            if (deepest < 0) {
                found.add(new Episode(deepest, days[i + 1] - days[high]));
                deepest = 0;
            }
            high = i + 1;
        }
        if (deepest < 0) {
            found.add(new Episode(deepest, days[depths.length] - days[high]));
        }
        return found;
    }

    static double averageDepth(Sample sample) {
        return episodes(sample).stream().mapToDouble(Episode::depth).average().orElse(Double.NaN);
    }

    static double averageDays(Sample sample) {
        return episodes(sample).stream().mapToInt(Episode::days).average().orElse(Double.NaN);
    }

    static double longestDays(Sample sample) {
        return episodes(sample).stream().mapToInt(Episode::days).max().orElse(0);
    }

    /** Square root of the sum of squared depths of all stretches. */
    static double rootOfSquares(Sample sample) {
        double sum = 0;
        for (Episode each : episodes(sample)) {
            sum += each.depth() * each.depth();
        }
        return Math.sqrt(sum);
    }

    static double ulcer(Sample sample) {
        double sum = 0;
        for (double depth : sample.depths()) {
            sum += depth * depth;
        }
        return Math.sqrt(sum / sample.size());
    }

    static double pain(Sample sample) {
        return -Arrays.stream(sample.depths()).sum() / sample.size();
    }

    static double shareBelowHigh(Sample sample) {
        return (double) Arrays.stream(sample.depths()).filter(d -> d < 0).count() / sample.size();
    }
}

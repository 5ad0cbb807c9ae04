package org.quantplatform.engine.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The worst declines of an equity curve. */
public final class Drawdowns {

    /**
     * One decline from a peak.
     *
     * @param peak last day at the old high
     * @param trough day of the lowest value
     * @param recovery first day at or above the old high, empty while it lasts
     * @param depth negative fraction of the peak
     * @param days calendar days from peak to recovery, or to the end of the curve while it lasts
     */
    public record Drawdown(LocalDate peak, LocalDate trough, Optional<LocalDate> recovery, double depth, int days) {}

    private Drawdowns() {}

    /**
     * The deepest {@code top} declines, deepest first, older first among equals.
     *
     * @param epochDays one increasing day for each value of {@code equity}
     */
    public static List<Drawdown> table(int[] epochDays, double[] equity, int top) {
        if (epochDays.length != equity.length) {
            throw new IllegalArgumentException(epochDays.length + " days for " + equity.length + " values");
        }
        List<Drawdown> found = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < equity.length; i++) {
            if (equity[i] >= equity[peak]) {
                if (trough > peak) {
                    found.add(drawdown(epochDays, equity, new int[] {peak, trough, i}));
                }
                peak = i;
                trough = i;
            } else if (equity[i] < equity[trough]) {
                trough = i;
            }
        }
        if (trough > peak) {
            found.add(drawdown(epochDays, equity, new int[] {peak, trough}));
        }
        found.sort(Comparator.comparingDouble(Drawdown::depth));
        return List.copyOf(found.subList(0, Math.min(Math.max(top, 0), found.size())));
    }

    /** The value's fraction below the highest value so far, at most 0, for each value. */
    public static double[] curve(double[] equity) {
        double[] depths = new double[equity.length];
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < equity.length; i++) {
            high = Math.max(high, equity[i]);
            depths[i] = equity[i] / high - 1;
        }
        return depths;
    }

    private static Drawdown drawdown(int[] epochDays, double[] equity, int[] places) {
        LocalDate peak = LocalDate.ofEpochDay(epochDays[places[0]]);
        LocalDate trough = LocalDate.ofEpochDay(epochDays[places[1]]);
        boolean recovered = places.length > 2;
        int end = recovered ? epochDays[places[2]] : epochDays[epochDays.length - 1];
        return new Drawdown(
                peak,
                trough,
                recovered ? Optional.of(LocalDate.ofEpochDay(end)) : Optional.empty(),
                equity[places[1]] / equity[places[0]] - 1,
                end - epochDays[places[0]]);
    }
}

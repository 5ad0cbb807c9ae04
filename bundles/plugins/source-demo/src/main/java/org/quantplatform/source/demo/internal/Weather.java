package org.quantplatform.source.demo.internal;

import java.time.LocalDate;
import java.util.List;

/**
 * What moves all companies of a market: its trading days, the market's return, the sectors' returns beside it, and how
 * nervous each day is. The variance follows a GARCH(1,1) process, so calm and stormy times come in clusters.
 */
final class Weather {

    static final double DAYS_PER_YEAR = 252;

    private static final double DRIFT = 0.06;
    private static final double VOLATILITY = 0.16;
    private static final double SECTOR_VOLATILITY = 0.07;
    private static final double REACTION = 0.08;
    private static final double PERSISTENCE = 0.89;

    final List<LocalDate> days;
    final double[] market;
    final double[][] sectors;
    /** 1 on an ordinary day. */
    final double[] nervousness;

    Weather(Place place, List<LocalDate> days) {
        this.days = days;
        this.market = new double[days.size()];
        this.nervousness = new double[days.size()];
        this.sectors = new double[Sector.values().length][days.size()];
        Dice dice = Dice.of(place.ordinal(), -1);
        double usual = VOLATILITY * VOLATILITY / DAYS_PER_YEAR;
        double variance = usual;
        double sectorDeviation = SECTOR_VOLATILITY / Math.sqrt(DAYS_PER_YEAR);
        for (int t = 0; t < days.size(); t++) {
            nervousness[t] = Math.sqrt(variance / usual);
            double shock = Math.sqrt(variance) * dice.normal();
            market[t] = DRIFT / DAYS_PER_YEAR + shock;
            for (double[] sector : sectors) {
                sector[t] = sectorDeviation * Math.sqrt(nervousness[t]) * dice.normal();
            }
            variance = (1 - REACTION - PERSISTENCE) * usual + REACTION * shock * shock + PERSISTENCE * variance;
        }
    }

    /** True on the first trading day of the month from the given day of the month on. */
    boolean firstFrom(int t, int dayOfMonth) {
        if (t == 0 || days.get(t).getDayOfMonth() < dayOfMonth) {
            return false;
        }
        LocalDate before = days.get(t - 1);
        return before.getDayOfMonth() < dayOfMonth
                || before.getMonth() != days.get(t).getMonth();
    }
}

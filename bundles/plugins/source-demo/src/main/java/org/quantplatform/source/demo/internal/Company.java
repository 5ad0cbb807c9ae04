package org.quantplatform.source.demo.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Instrument;

/**
 * A company that never was.
 *
 * @param first index of its first trading day
 * @param last index of its last trading day
 * @param ruined true when its share becomes worthless at the end
 * @param volatility of its own, per year
 * @param yield dividends per year as a fraction of the price, 0 when it pays none
 * @param suspended first day without trading, -1 when there is none
 * @param shares number at the start
 */
record Company(
        Place place,
        int number,
        Sector sector,
        int first,
        int last,
        boolean ruined,
        double beta,
        double volatility,
        double yield,
        int suspended,
        int suspension,
        double price,
        double shares) {

    private static final int YEAR = 252;
    private static final double LATE = 0.14;
    private static final double LEAVING = 0.07;
    private static final double SUSPENDED = 0.05;

    static Company of(Place place, int number, int days, Dice dice) {
        int first = dice.chance(LATE) ? dice.whole(YEAR / 2, days * 6 / 10) : 0;
        boolean leaves = dice.chance(LEAVING) && first + 2 * YEAR < days - YEAR / 2;
        int last = leaves ? dice.whole(first + 2 * YEAR, days - YEAR / 4) : days - 1;
        boolean ruined = leaves && dice.chance(0.5);
        boolean stops = place != Place.US && dice.chance(SUSPENDED) && last - first > 200;
        double price = dice.uniform();
        return new Company(
                place,
                number,
                Sector.values()[number % Sector.values().length],
                first,
                last,
                ruined,
                dice.between(0.6, 1.4),
                0.14 + 0.32 * dice.uniform() * dice.uniform(),
                dice.chance(0.6) ? dice.between(0.01, 0.045) : 0,
                stops ? dice.whole(first + 100, last - 80) : -1,
                dice.whole(5, 60),
                place.prices[0] * StrictMath.pow(place.prices[1] / place.prices[0], price),
                Math.rint(dice.between(20, 900)) * 1e6);
    }

    boolean leaves(Weather weather) {
        return last < weather.days.size() - 1;
    }

    boolean trades(int t) {
        return suspended < 0 || t < suspended || t >= suspended + suspension;
    }

    /** Such as {@code SYNUS-ENE07}; no exchange lists anything of this form. */
    String ticker() {
        return "SYN%s-%s%02d".formatted(place.market.name(), sector.name(), ordinal());
    }

    private int ordinal() {
        return number / Sector.values().length + 1;
    }

    Instrument instrument(Weather weather) {
        // Those that are there from the first day were listed some time before.
        LocalDate listed = first == 0 ? LocalDate.of(2000, 1, 3).plusDays(number * 37L) : weather.days.get(first);
        @Nullable LocalDate delisted = leaves(weather) ? weather.days.get(last) : null;
        return new Instrument(
                place.market,
                ticker(),
                place.exchanges[number % place.exchanges.length],
                "Synthetic %s %02d".formatted(sector.title(), ordinal()),
                AssetType.STOCK,
                sector.title(),
                place.market.currency(),
                listed,
                delisted,
                true);
    }
}

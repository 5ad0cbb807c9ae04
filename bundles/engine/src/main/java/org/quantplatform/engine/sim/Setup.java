package org.quantplatform.engine.sim;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;

/**
 * All that a simulation is given besides its decisions. Arrays are not copied: do not write to them during a run.
 *
 * @param prices as traded, of all trading days; {@code close} always, {@code open}, {@code high} and {@code low} as
 *     the fill price and the orders need them, {@code volume} as the terms need it
 * @param actions in any order; those of other markets or tickers are ignored
 * @param firstDay index in the panel of the first simulated day, which starts with nothing but cash
 * @param lastDay inclusive; later days of the panel only tell whether a period ends
 * @param capital cash at the start in the account's currency, positive
 * @param delisted last trading day of each asset, null for none; only used where {@code actions} tell no delisting
 */
public record Setup(
        Panel prices,
        List<CorporateAction> actions,
        int firstDay,
        int lastDay,
        double capital,
        Rebalance schedule,
        FillPrice fill,
        ShareRule shares,
        Terms terms,
        @Nullable LocalDate[] delisted) {

    public Setup {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(shares, "shares");
        Objects.requireNonNull(terms, "terms");
        actions = List.copyOf(actions);
        if (firstDay < 0 || firstDay > lastDay || lastDay >= prices.days()) {
            throw new IllegalArgumentException(
                    "days " + firstDay + " to " + lastDay + " are not within a panel of " + prices.days() + " days");
        }
        if (!(capital > 0) || Double.isInfinite(capital)) {
            throw new IllegalArgumentException("capital must be positive, was " + capital);
        }
        if (delisted.length != prices.assets()) {
            throw new IllegalArgumentException("delisted must have one entry for each of the " + prices.assets()
                    + " assets, had " + delisted.length);
        }
        for (Field field : needed(fill)) {
            if (!prices.has(field)) {
                throw new IllegalArgumentException(fill + " needs the field " + field + " in the panel");
            }
        }
        if ((terms.liquidity().limited() || terms.rules().needsVolume()) && !prices.has(Field.VOLUME)) {
            throw new IllegalArgumentException("these terms need the field volume in the panel");
        }
    }

    /**
     * Plain terms.
     *
     * @param slippage fraction by which a fill is worse than the price, 0.0005 for 5 basis points; at least 0, below 1
     * @param lots shares per board lot of each asset, used for {@code WHOLE}
     */
    public Setup(
            Panel prices,
            List<CorporateAction> actions,
            int firstDay,
            int lastDay,
            double capital,
            Rebalance schedule,
            FillPrice fill,
            ShareRule shares,
            double slippage,
            int[] lots,
            @Nullable LocalDate[] delisted) {
        this(
                prices,
                actions,
                firstDay,
                lastDay,
                capital,
                schedule,
                fill,
                shares,
                Terms.plain(slippage, checked(lots, prices)),
                delisted);
    }

    private static int[] checked(int[] lots, Panel prices) {
        if (lots.length != prices.assets()) {
            throw new IllegalArgumentException(
                    "lots must have one entry for each of the " + prices.assets() + " assets, had " + lots.length);
        }
        return lots;
    }

    /** The same under other terms. */
    public Setup under(Terms other) {
        return new Setup(prices, actions, firstDay, lastDay, capital, schedule, fill, shares, other, delisted);
    }

    private static List<Field> needed(FillPrice fill) {
        return switch (fill) {
            case NEXT_OPEN -> List.of(Field.CLOSE, Field.OPEN);
            case NEXT_VWAP -> List.of(Field.CLOSE, Field.HIGH, Field.LOW);
            case NEXT_CLOSE, SAME_CLOSE -> List.of(Field.CLOSE);
        };
    }
}

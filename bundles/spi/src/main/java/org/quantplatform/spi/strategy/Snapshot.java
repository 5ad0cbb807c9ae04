package org.quantplatform.spi.strategy;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.model.Field;

/** What is known at the close of a decision day. Assets stand in ASCII order of their tickers. */
@ProviderType
public interface Snapshot {

    LocalDate date();

    /** Date of the trading day {@code days} before this one, 0 for the day itself; empty before the data. */
    Optional<LocalDate> dateAgo(int days);

    int assets();

    String ticker(int asset);

    Optional<String> sector(int asset);

    /** True when the asset belongs to the universe on this day and has a price. */
    boolean eligible(int asset);

    /** The combined score, higher is better; NaN when there is none or the asset is not eligible. */
    double score(int asset);

    /** The raw score of one factor of the definition, in its order; NaN when there is none. */
    double factorScore(int factor, int asset);

    int factors();

    /**
     * Close of the day, adjusted as the signals are; NaN when absent. Only ratios of closes have a meaning: later splits and
     * dividends scale all earlier closes of an asset alike.
     */
    double close(int asset);

    /**
     * Value of a field {@code days} bars before this day, 0 for the day itself; NaN when absent or before the data.
     * Prices are adjusted as those of {@link #close}.
     *
     * @throws IllegalArgumentException when the field was not declared in {@link Strategy#requires}, or {@code days} is
     *     negative or not below the declared history
     */
    double ago(Field field, int asset, int days);

    /**
     * Fills {@code target} with the values of the last days, the oldest first and this day last; NaN as in {@link #ago}.
     *
     * @throws IllegalArgumentException when the field was not declared, or {@code target} is longer than the declared
     *     history
     */
    default void history(Field field, int asset, double[] target) {
        for (int place = 0; place < target.length; place++) {
            target[place] = ago(field, asset, target.length - 1 - place);
        }
    }

    /** Current weight in the portfolio at the day's close; negative for a short position. */
    double weight(int asset);

    /** Cash and positions at the close, in the run's currency. */
    double equity();

    /** In the run's currency; negative while borrowed. */
    double cash();

    /** Shares held at the close, negative for a short position. */
    double shares(int asset);

    /** Last stated close, not adjusted, in the market's currency; what limits and stops are compared with. NaN before the first. */
    double price(int asset);

    /**
     * Mean executed price of the position held, costs left out, in terms of today's shares, so that it may be compared with
     * {@link #price}; NaN when there is none.
     */
    double entryPrice(int asset);

    /** Bars since the position was opened, 0 on that day; -1 when there is none. */
    int barsHeld(int asset);

    /** Orders of the asset that wait for a fill. */
    int openOrders(int asset);

    /** True when weights and positions may be negative. */
    boolean allowsShort();
}

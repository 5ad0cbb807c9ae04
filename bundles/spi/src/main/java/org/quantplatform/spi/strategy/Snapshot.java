package org.quantplatform.spi.strategy;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What is known at the close of a decision day. Assets stand in ASCII order of their tickers. */
@ProviderType
public interface Snapshot {

    LocalDate date();

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

    /** Current weight in the portfolio at the day's close. */
    double weight(int asset);
}

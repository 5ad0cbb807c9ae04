package org.quantplatform.research.internal.backtests;

import java.util.Optional;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.model.Instrument;

/** Says of a run that prices behind it are generated. */
public final class SyntheticData {

    private static final String TITLE = "Synthetic data: ";

    private SyntheticData() {}

    /** Empty when all prices are observed. */
    static Optional<String> warning(MarketPanel market) {
        long count = market.instruments().stream().filter(Instrument::synthetic).count();
        if (count == 0) {
            return Optional.empty();
        }
        if (count == market.instruments().size()) {
            return Optional.of(TITLE + "the prices are generated and stand for no real market.");
        }
        return Optional.of(TITLE + "the prices of " + count + " of the universe's "
                + market.instruments().size() + " instruments are generated; name tickers to leave them out.");
    }

    /** Whether a run that has ended was warned of. */
    public static boolean isBehind(Backtest run) {
        return run.warnings().stream().anyMatch(warning -> warning.startsWith(TITLE));
    }
}

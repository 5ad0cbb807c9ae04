package org.quantplatform.api.factors;

import java.time.LocalDate;
import java.util.List;
import org.quantplatform.model.Market;

/**
 * Scores of one day in order of ticker, of the assets that have one; lists run beside each other.
 *
 * @param scores higher is better
 * @param percentiles share of the day's scores that are not higher, equal ones sharing the mean of their ranks: above 0, at
 *     most 1
 */
public record DayScores(
        String scoresId,
        String factor,
        Market market,
        LocalDate date,
        List<String> tickers,
        double[] scores,
        double[] percentiles) {}

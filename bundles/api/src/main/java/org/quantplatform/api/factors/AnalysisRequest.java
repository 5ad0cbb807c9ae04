package org.quantplatform.api.factors;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Universe;

/**
 * What to find out about factors. A date counts for a factor when it and the forward return over every horizon exist for at
 * least two assets.
 *
 * @param factors 1 to 20
 * @param universe judged anew on each date; all of market US when left out
 * @param startDate first date, inclusive
 * @param endDate last date, inclusive; forward returns may end after it
 * @param horizons of forward returns, in bars from 1 to 252, at most 10 of them; 1, 5 and 21 when left out
 * @param quantiles into which each date is divided, 2 to 20; 5 when left out
 * @param outlierZscore leaves out forward returns further than so many standard deviations from the mean of their asset;
 *     null for none
 * @param adjust of the prices behind scores and returns, {@code ALL} when left out
 * @param combination also analyses the factors added up so; null for none
 * @param decayHorizons horizons that are looked at one by one for the decay; 1, 2, 3, 5, 10, 21, 42 and 63 when left out
 */
public record AnalysisRequest(
        @Nullable List<FactorChoice> factors,
        @Nullable Universe universe,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable List<Integer> horizons,
        @Nullable Integer quantiles,
        @Nullable Double outlierZscore,
        @Nullable Adjust adjust,
        @Nullable FactorCombination combination,
        @Nullable List<Integer> decayHorizons) {}

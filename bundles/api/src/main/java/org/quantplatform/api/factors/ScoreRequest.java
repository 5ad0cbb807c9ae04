package org.quantplatform.api.factors;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Universe;

/**
 * Which scores of a factor to compute and store.
 *
 * @param parameters by snake_case name; what is left out has the factor's default
 * @param universe judged anew on each day; all of market US when left out
 * @param startDate first day with scores; the first of the data when left out
 * @param endDate last day; the latest of the data when left out, which moves on with each computation
 * @param adjust of the prices that the factor sees, {@code ALL} when left out
 * @param keep true to compute anew after each import that changes the market
 */
public record ScoreRequest(
        @Nullable Map<String, Object> parameters,
        @Nullable Universe universe,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Adjust adjust,
        @Nullable Boolean keep) {}

package org.quantplatform.api.factors;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Which stored scores are wanted.
 *
 * @param scoresId of the set; null for the one of the factor that was computed last, in {@code market} if that is given
 * @param date the scores of the last day not after it; null for the latest
 */
public record ScoreQuery(@Nullable String scoresId, @Nullable Market market, @Nullable LocalDate date) {}

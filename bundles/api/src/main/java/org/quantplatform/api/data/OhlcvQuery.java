package org.quantplatform.api.data;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;

/** One instrument's daily bars; null dates for the earliest and latest, both inclusive. */
public record OhlcvQuery(
        Market market, String ticker, @Nullable LocalDate startDate, @Nullable LocalDate endDate, Adjust adjust) {}

package org.quantplatform.api.data;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Narrows the list of instruments; null means any.
 *
 * @param search part of ticker or name, in any case
 */
public record InstrumentQuery(@Nullable Market market, @Nullable String sector, @Nullable String search) {}

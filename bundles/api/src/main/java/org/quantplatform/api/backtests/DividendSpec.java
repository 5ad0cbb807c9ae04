package org.quantplatform.api.backtests;

import org.jspecify.annotations.Nullable;

/**
 * How cash dividends are paid.
 *
 * @param withholding fraction of the gross dividend kept back as tax, 0 to 1; 0 when left out
 */
public record DividendSpec(@Nullable Double withholding) {

    /** Paid gross. */
    public static final DividendSpec GROSS = new DividendSpec(null);
}

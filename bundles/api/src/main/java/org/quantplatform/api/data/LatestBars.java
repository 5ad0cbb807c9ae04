package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.List;
import org.quantplatform.model.Market;

/**
 * The latest bar of each instrument that has one, in order of ticker, with prices as they were stated. Lists and arrays run
 * side by side; absent is NaN. The bar of an instrument that was delisted may lie long ago, which its date tells.
 *
 * @param currencies of the prices
 * @param synthetic whether the prices are invented
 */
public record LatestBars(
        Market market,
        List<String> tickers,
        List<String> currencies,
        boolean[] synthetic,
        List<LocalDate> dates,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume) {}

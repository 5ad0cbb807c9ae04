package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.List;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;

/** Bars of one instrument; arrays run beside {@code dates}, absent is NaN. */
public record OhlcvSeries(
        Market market,
        String ticker,
        String currency,
        String timeframe,
        Adjust adjust,
        boolean synthetic,
        List<LocalDate> dates,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume) {}

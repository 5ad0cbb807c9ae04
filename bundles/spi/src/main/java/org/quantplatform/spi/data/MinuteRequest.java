package org.quantplatform.spi.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.quantplatform.model.Market;

/**
 * Which minute bars are asked of a source.
 *
 * @param tickers at least one
 * @param from start of the first minute wanted
 * @param to end of the last one: no bar that starts then or later is wanted
 */
public record MinuteRequest(Market market, List<String> tickers, Instant from, Instant to) {

    public MinuteRequest {
        tickers = List.copyOf(tickers);
        if (tickers.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("tickers and a range of time are needed: " + from + " to " + to);
        }
    }

    /** Whether a bar that starts then is wanted. */
    public boolean covers(Instant start) {
        return !start.isBefore(from) && start.isBefore(to);
    }

    /** In the zone of the exchange. */
    public LocalDate firstDay() {
        return from.atZone(market.zone()).toLocalDate();
    }

    /** In the zone of the exchange, inclusive. */
    public LocalDate lastDay() {
        return to.minusNanos(1).atZone(market.zone()).toLocalDate();
    }
}

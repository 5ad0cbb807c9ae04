package org.quantplatform.api.data;

import java.util.List;
import org.quantplatform.model.Market;
import org.quantplatform.model.TradingDay;

/**
 * Days of a market's calendar.
 *
 * @param timeZone of the hours
 */
public record MarketCalendar(Market market, String exchange, String timeZone, List<TradingDay> days) {}

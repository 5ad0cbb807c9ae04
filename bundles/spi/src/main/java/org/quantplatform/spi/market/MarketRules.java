package org.quantplatform.spi.market;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Market;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingRule;

/**
 * Rules and calendar of one market by date. The plug-in's id is the market's code in lower case. Stateless: one instance
 * serves all threads.
 */
@ConsumerType
public interface MarketRules {

    Market market();

    /** Of the exchange that stands for the market. */
    TradingDay day(LocalDate date);

    /** @throws org.quantplatform.spi.PluginException when what held on the day is not known */
    TradingRule rule(Listing listing, LocalDate date);

    /**
     * Trading days from a trade to its settlement.
     *
     * @throws org.quantplatform.spi.PluginException when it is not known for the day
     */
    int settlementDays(LocalDate traded);

    /** The {@code sessions}-th trading day after {@code date}; weekdays stand in where the calendar does not reach. */
    default LocalDate plusSessions(LocalDate date, int sessions) {
        if (sessions < 0) {
            throw new IllegalArgumentException("sessions must not be negative, was " + sessions);
        }
        LocalDate day = date;
        for (int left = sessions; left > 0; ) {
            day = day.plusDays(1);
            // weekends are closed for certain, so whatever is not closed is open or a weekday that stands in
            if (day(day).state() != TradingDay.State.CLOSED) {
                left--;
            }
        }
        return day;
    }
}

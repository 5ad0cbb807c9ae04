package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.core.data.Calendars;
import org.quantplatform.model.Market;

/** Calendars of the exchanges that stand for the markets. */
@Component(service = Calendars.class)
public final class ExchangeCalendars implements Calendars {

    private final Map<Market, CalendarTable> tables = new EnumMap<>(Market.class);

    @Activate
    public ExchangeCalendars() {
        for (Market market : Market.values()) {
            tables.put(market, CalendarTable.of(market.exchange()));
        }
    }

    @Override
    public Session session(Market market, LocalDate date) {
        return tables.get(market).session(date);
    }

    @Override
    public LocalDate plusSessions(Market market, LocalDate date, int sessions) {
        if (sessions < 0) {
            throw new IllegalArgumentException("sessions must not be negative, was " + sessions);
        }
        LocalDate day = date;
        for (int left = sessions; left > 0; ) {
            day = day.plusDays(1);
            // Weekends are closed for certain, so whatever is not closed is open or a weekday that stands in.
            if (session(market, day) != Session.CLOSED) {
                left--;
            }
        }
        return day;
    }
}

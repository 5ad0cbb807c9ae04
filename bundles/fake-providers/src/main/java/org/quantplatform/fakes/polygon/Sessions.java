package org.quantplatform.fakes.polygon;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.TradingDays;

/** Whether the market is open, and when it will not be. */
final class Sessions {

    private static final int DAYS_AHEAD = 365;

    private Sessions() {}

    static Reply now(Clock clock) {
        ZonedDateTime time = clock.instant().atZone(Country.US.zone());
        LocalTime of = time.toLocalTime();
        boolean session = TradingDays.of(Country.US).isOpen(time.toLocalDate());
        boolean regular = session && !of.isBefore(Country.US.opens()) && of.isBefore(Country.US.closes());
        boolean early = session && !of.isBefore(LocalTime.of(4, 0)) && of.isBefore(Country.US.opens());
        boolean late = session && !of.isBefore(Country.US.closes()) && of.isBefore(LocalTime.of(20, 0));
        String word = regular ? "open" : early || late ? "extended-hours" : "closed";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("market", word);
        body.put("earlyHours", early);
        body.put("afterHours", late);
        body.put("serverTime", time.withNano(0).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        body.put("exchanges", Map.of("nyse", word, "nasdaq", word, "otc", word));
        body.put("currencies", Map.of("fx", "open", "crypto", "open"));
        return Reply.json(200, body);
    }

    /** A bare array. */
    static Reply upcoming(Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.US.zone());
        List<Map<String, Object>> rows = new ArrayList<>();
        today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(TradingDays.of(Country.US)::isHoliday)
                .forEach(date -> List.of("NYSE", "NASDAQ")
                        .forEach(exchange -> rows.add(Map.of(
                                "exchange",
                                exchange,
                                "name",
                                "Holiday",
                                "date",
                                date.toString(),
                                "status",
                                "closed"))));
        return Reply.json(200, rows);
    }
}

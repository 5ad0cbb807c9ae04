package org.quantplatform.store.internal.updates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** On which days of the market's zone bars of minutes are stored. */
final class MinuteDays {

    private static final String SPANS =
            """
            select i.ticker, i.synthetic, i.listed, i.delisted,
                   (select min(start) from minute_bars b where b.instrument_id = i.id) as first_bar,
                   (select max(start) from minute_bars b where b.instrument_id = i.id) as last_bar
            from instruments i where i.market = ? and (? or i.ticker = any (?)) order by i.ticker""";

    /** From each day to the next one by the index: to look at every minute takes dozens of times as long. */
    private static final String DAYS =
            """
            with recursive firsts as (
                select i.id, i.ticker, b.start
                from instruments i cross join lateral (
                    select start from minute_bars where instrument_id = i.id and start >= ? and start < ?
                    order by start limit 1) b
                where i.market = ? and (? or i.ticker = any (?))
                union all
                select f.id, f.ticker, b.start
                from firsts f cross join lateral (
                    select start from minute_bars
                    where instrument_id = f.id and start < ?
                      and start >= ((f.start at time zone ?)::date + 1)::timestamp at time zone ?
                    order by start limit 1) b)
            select ticker, (start at time zone ?)::date as day from firsts order by ticker, day""";

    private MinuteDays() {}

    static List<Span> spans(Session session, Market market, List<String> tickers) throws SQLException {
        return session.list(
                SPANS, row -> span(row, market), market.name(), tickers.isEmpty(), tickers.toArray(String[]::new));
    }

    private static Span span(ResultSet row, Market market) throws SQLException {
        return new Span(
                row.getString("ticker"),
                row.getBoolean("synthetic"),
                Columns.dateOrNull(row, "listed"),
                Columns.dateOrNull(row, "delisted"),
                day(row, "first_bar", market),
                day(row, "last_bar", market),
                null,
                null,
                List.of());
    }

    private static @Nullable LocalDate day(ResultSet row, String column, Market market) throws SQLException {
        Instant time = Columns.instantOrNull(row, column);
        return time == null ? null : time.atZone(market.zone()).toLocalDate();
    }

    static Map<String, int[]> between(
            Session session, Market market, List<String> tickers, LocalDate from, LocalDate to) throws SQLException {
        String zone = market.zone().getId();
        Object end = start(market, to.plusDays(1));
        List<Day> days = session.list(
                DAYS,
                row -> new Day(
                        row.getString("ticker"), (int) Columns.date(row, "day").toEpochDay()),
                start(market, from),
                end,
                market.name(),
                tickers.isEmpty(),
                tickers.toArray(String[]::new),
                end,
                zone,
                zone,
                zone);
        Map<String, int[]> byTicker = new TreeMap<>();
        days.stream()
                .collect(Collectors.groupingBy(Day::ticker))
                .forEach((ticker, of) ->
                        byTicker.put(ticker, of.stream().mapToInt(Day::epochDay).toArray()));
        return byTicker;
    }

    private record Day(String ticker, int epochDay) {}

    private static Object start(Market market, LocalDate day) {
        ZonedDateTime start = day.atStartOfDay(market.zone());
        return start.toInstant().atOffset(ZoneOffset.UTC);
    }
}

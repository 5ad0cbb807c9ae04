package org.quantplatform.store.internal.updates;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.CopyReader;
import org.quantplatform.store.internal.sql.Session;

/** On which days bars of days are stored, and of which a source answered; as {@link MinuteDays} of minutes. */
final class DailyDays {

    private static final String SPANS =
            """
            select i.ticker, i.synthetic, i.listed, i.delisted, c.first_day, c.last_day,
                   array(select f.date - date '1970-01-01' from refused_bars f
                         where f.market = i.market and f.ticker = i.ticker and f.date > '-infinity'
                           and not exists (select from daily_bars b
                                           where b.market = i.market and b.instrument_id = i.id and b.date = f.date)
                         order by f.date) as refused,
                   (select min(date) from daily_bars b where b.market = ? and b.instrument_id = i.id) as first_bar,
                   (select max(date) from daily_bars b where b.market = ? and b.instrument_id = i.id) as last_bar
            from instruments i left join bar_coverage c on c.instrument_id = i.id
            where i.market = ? and (? or i.ticker = any (?)) order by i.ticker""";

    private DailyDays() {}

    static List<Span> spans(Session session, Market market, List<String> tickers) throws SQLException {
        String code = market.name();
        return session.list(
                SPANS,
                row -> new Span(
                        row.getString("ticker"),
                        row.getBoolean("synthetic"),
                        Columns.dateOrNull(row, "listed"),
                        Columns.dateOrNull(row, "delisted"),
                        Columns.dateOrNull(row, "first_bar"),
                        Columns.dateOrNull(row, "last_bar"),
                        Columns.dateOrNull(row, "first_day"),
                        Columns.dateOrNull(row, "last_day"),
                        Arrays.stream(Columns.ints(row, "refused"))
                                .mapToObj(LocalDate::ofEpochDay)
                                .toList()),
                code,
                code,
                code,
                tickers.isEmpty(),
                tickers.toArray(String[]::new));
    }

    static Map<String, int[]> between(
            Session session, Market market, List<String> tickers, LocalDate from, LocalDate to) throws SQLException {
        session.limitCopy();
        Map<Integer, String> byId = new HashMap<>();
        session.list(
                "select id, ticker from instruments where market = ? and (? or ticker = any (?))",
                row -> byId.put(row.getInt("id"), row.getString("ticker")) == null,
                market.name(),
                tickers.isEmpty(),
                tickers.toArray(String[]::new));
        Map<Integer, Days> found = new HashMap<>();
        if (!byId.isEmpty()) {
            // codes, numbers and dates only: COPY takes no parameters
            CopyReader rows = new CopyReader(
                    session,
                    "select instrument_id, date from daily_bars where market = '" + market.name()
                            + "' and date between '" + from + "' and '" + to + "'" + among(byId, tickers));
            while (rows.next()) {
                found.computeIfAbsent(rows.number(), id -> new Days()).add(rows.epochDay());
            }
        }
        Map<String, int[]> days = new TreeMap<>();
        found.forEach((id, of) -> days.put(byId.get(id), of.sorted()));
        return days;
    }

    private static String among(Map<Integer, String> byId, List<String> tickers) {
        if (tickers.isEmpty()) {
            return "";
        }
        StringBuilder ids = new StringBuilder();
        byId.keySet().forEach(id -> ids.append(ids.isEmpty() ? "" : ",").append(id));
        return " and instrument_id = any ('{" + ids + "}')";
    }

    /** Days that grow. */
    private static final class Days {

        private int[] days = new int[256];
        private int size;

        void add(int day) {
            if (size == days.length) {
                days = Arrays.copyOf(days, size * 2);
            }
            days[size++] = day;
        }

        int[] sorted() {
            int[] all = Arrays.copyOf(days, size);
            Arrays.sort(all);
            return all;
        }
    }
}

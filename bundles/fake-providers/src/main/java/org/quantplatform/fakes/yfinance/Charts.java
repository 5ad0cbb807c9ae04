package org.quantplatform.fakes.yfinance;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Intraday;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.TradingDays;

/**
 * Charts. Prices and volumes are adjusted for splits and carry the noise of single precision; {@code adjclose} takes
 * dividends out too, and of companies 8, 18 … begins with infinity. Days without trading are rows of nulls; the last price
 * comes again as a row of its own, and a minute that begins at the end of what was asked for is there, too.
 */
final class Charts {

    private static final List<String> RANGES =
            List.of("1d", "5d", "1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "ytd", "max");
    private static final Map<String, Integer> MINUTES =
            Map.of("1m", 1, "2m", 2, "5m", 5, "15m", 15, "30m", 60, "60m", 60, "1h", 60, "90m", 90);
    private static final int MONTH_OF_LATE_STAMPS = 1;

    private final Clock clock;
    private final Faults faults;

    Charts(Clock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** A row of the chart; a bar of null is a row of nulls. */
    private record Row(long stamp, LocalDate date, @Nullable Bar bar) {}

    /** What a request covers, in epoch seconds, the end not included. */
    private record Span(long from, long to) {
        boolean holds(long stamp) {
            return stamp >= from && stamp < to;
        }
    }

    Reply answer(Call call, String symbol, Company company) {
        String interval = call.parameter("interval").orElse("1d");
        Instant now = faults.strikes(Fault.CLOCK_SKEW) ? clock.instant().plus(1, ChronoUnit.DAYS) : clock.instant();
        Span span;
        try {
            span = span(call, company, now);
        } catch (IllegalArgumentException e) {
            return YahooProvider.error(400, "chart", "Bad Request", String.valueOf(e.getMessage()));
        }
        String tooFar = tooFar(interval, span, now);
        if (tooFar != null) {
            return YahooProvider.error(422, "chart", "Unprocessable Entity", tooFar);
        }
        boolean within = MINUTES.containsKey(interval);
        List<Row> rows = within ? minutes(company, span, MINUTES.get(interval), now) : days(company, span, now);
        if (!within && !interval.equals("1d") && !interval.equals("5d")) {
            rows = joined(company, rows, interval);
        } else if (!within && !rows.isEmpty() && span.to() > now.getEpochSecond()) {
            rows.add(live(company, rows.get(rows.size() - 1), now));
        }
        if (company.last() != null
                && rows.isEmpty()
                && day(company, span.from()).isAfter(company.last())) {
            return YahooProvider.error(
                    400,
                    "chart",
                    "Bad Request",
                    "Data doesn't exist for startDate = " + span.from() + ", endDate = " + span.to());
        }
        if (!rows.isEmpty() && faults.strikes(Fault.DUPLICATE_PAGES)) {
            rows.add(rows.get(rows.size() - 1));
        }
        return Reply.json(
                200,
                Map.of(
                        "chart",
                        YahooProvider.result(
                                List.of(body(call, new Chart(symbol, company, interval, now), rows, span)))));
    }

    private record Chart(String symbol, Company company, String interval, Instant now) {}

    private static LocalDate day(Company company, long stamp) {
        return LocalDate.ofInstant(
                Instant.ofEpochSecond(stamp), company.country().zone());
    }

    private static Span span(Call call, Company company, Instant now) {
        if (call.parameter("period1").isPresent() || call.parameter("period2").isPresent()) {
            long from = Long.parseLong(call.parameter("period1").orElse("0"));
            long to = call.parameter("period2").map(Long::parseLong).orElse(now.getEpochSecond());
            if (to < from) {
                throw new IllegalArgumentException("startDate cannot be after endDate");
            }
            return new Span(from, to);
        }
        String range = call.parameter("range").orElse("1d");
        if (!RANGES.contains(range)) {
            throw new IllegalArgumentException("Invalid input - range=" + range);
        }
        ZonedDateTime end = now.atZone(company.country().zone()).plusDays(1);
        ZonedDateTime start =
                switch (range) {
                    case "1d" -> sessionsBack(company, end.toLocalDate(), 1);
                    case "5d" -> sessionsBack(company, end.toLocalDate(), 5);
                    case "1mo" -> end.minusMonths(1);
                    case "3mo" -> end.minusMonths(3);
                    case "6mo" -> end.minusMonths(6);
                    case "1y" -> end.minusYears(1);
                    case "2y" -> end.minusYears(2);
                    case "5y" -> end.minusYears(5);
                    case "10y" -> end.minusYears(10);
                    case "ytd" -> end.withDayOfYear(1);
                    default -> end.minusYears(60);
                };
        return new Span(start.truncatedTo(ChronoUnit.DAYS).toEpochSecond(), end.toEpochSecond());
    }

    private static ZonedDateTime sessionsBack(Company company, LocalDate end, int count) {
        LocalDate day = end;
        for (int left = count; left > 0; ) {
            day = day.minusDays(1);
            left -= TradingDays.of(company.country()).isOpen(day) ? 1 : 0;
        }
        return day.atStartOfDay(company.country().zone());
    }

    /** What is wrong with the span for bars of minutes; null when nothing is. */
    private static @Nullable String tooFar(String interval, Span span, Instant now) {
        if (!MINUTES.containsKey(interval)) {
            return null;
        }
        int days = interval.equals("1m") ? 30 : List.of("60m", "1h").contains(interval) ? 730 : 60;
        String asked =
                interval + " data not available for startTime=" + span.from() + " and endTime=" + span.to() + ".";
        if (span.from() < now.minus(Duration.ofDays(days)).getEpochSecond()) {
            return asked + " The requested range must be within the last " + days + " days.";
        }
        if (interval.equals("1m")
                && span.to() - span.from() > Duration.ofDays(8).toSeconds()) {
            return asked + " Only 7 days worth of 1m granularity data are allowed to be fetched per request.";
        }
        return null;
    }

    private List<Row> days(Company company, Span span, Instant now) {
        List<Row> rows = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, company.country().zone());
        List<LocalDate> dates = new ArrayList<>(company.idle());
        company.bars().forEach(bar -> dates.add(bar.date()));
        dates.sort(null);
        for (LocalDate date : dates) {
            long stamp = stamp(company, date);
            if (span.holds(stamp) && !date.isAfter(today)) {
                Bar bar = company.bar(date)
                        .filter(b -> !faults.strikes(Fault.NULL_ROWS))
                        .orElse(null);
                rows.add(new Row(stamp, date, bar));
            }
        }
        return rows;
    }

    /** The session's start; in Korea in January the evening before, as the provider's clock changes sometimes do. */
    static long stamp(Company company, LocalDate date) {
        Country country = company.country();
        if (country == Country.KR && date.getMonthValue() == MONTH_OF_LATE_STAMPS) {
            return date.minusDays(1).atTime(23, 0).atZone(country.zone()).toEpochSecond();
        }
        return date.atTime(country.opens()).atZone(country.zone()).toEpochSecond();
    }

    private static Row live(Company company, Row last, Instant now) {
        long close = last.date()
                .atTime(company.country().closes())
                .atZone(company.country().zone())
                .toEpochSecond();
        return new Row(Math.min(now.getEpochSecond(), close), last.date(), last.bar());
    }

    private static List<Row> minutes(Company company, Span span, int length, Instant now) {
        List<Row> rows = new ArrayList<>();
        Country country = company.country();
        int session = (int) Duration.between(country.opens(), country.closes()).toMinutes();
        for (Bar day : company.bars(day(company, span.from()), day(company, span.to()))) {
            boolean leaked = false;
            for (int minute = 0; minute < session; minute += length) {
                long stamp = day.date()
                        .atTime(country.opens().plusMinutes(minute))
                        .atZone(country.zone())
                        .toEpochSecond();
                boolean leaks = !leaked && stamp >= span.to();
                if ((span.holds(stamp) || leaks) && stamp <= now.getEpochSecond()) {
                    leaked = leaks;
                    rows.add(new Row(
                            stamp,
                            day.date(),
                            Intraday.part(day, minute, Math.min(session, minute + length), session)));
                }
            }
        }
        return rows;
    }

    private static List<Row> joined(Company company, List<Row> days, String interval) {
        Map<LocalDate, Row> groups = new TreeMap<>();
        for (Row row : days) {
            Bar bar = row.bar();
            if (bar == null) {
                continue;
            }
            LocalDate start =
                    switch (interval) {
                        case "1wk" -> row.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                        case "3mo" ->
                            row.date().withDayOfMonth(1).minusMonths((row.date().getMonthValue() - 1) % 3);
                        default -> row.date().withDayOfMonth(1);
                    };
            long stamp = start.atStartOfDay(company.country().zone()).toEpochSecond();
            groups.merge(start, new Row(stamp, row.date(), bar), (one, two) -> merged(one, two));
        }
        return new ArrayList<>(groups.values());
    }

    private static Row merged(Row one, Row two) {
        Bar a = one.bar();
        Bar b = two.bar();
        if (a == null || b == null) {
            throw new IllegalStateException("rows of nulls are left out before");
        }
        return new Row(
                one.stamp(),
                two.date(),
                new Bar(
                        b.date(),
                        a.open(),
                        Math.max(a.high(), b.high()),
                        Math.min(a.low(), b.low()),
                        b.close(),
                        a.volume() + b.volume(),
                        a.average(),
                        a.trades() + b.trades()));
    }

    private Map<String, Object> body(Call call, Chart chart, List<Row> rows, Span span) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("meta", Meta.of(chart.symbol(), chart.company(), chart.interval(), chart.now(), call));
        if (rows.isEmpty()) {
            body.put("indicators", Map.of("quote", List.of(Map.of()), "adjclose", List.of(Map.of())));
            return body;
        }
        body.put("timestamp", rows.stream().map(Row::stamp).toList());
        LocalDate today =
                LocalDate.ofInstant(chart.now(), chart.company().country().zone());
        if (call.parameter("events").isPresent()) {
            Map<String, Object> events = Meta.events(chart.company(), span.from(), span.to(), today);
            if (!events.isEmpty()) {
                body.put("events", events);
            }
        }
        Map<String, Object> indicators = new LinkedHashMap<>();
        indicators.put("quote", List.of(quote(chart.company(), rows, today)));
        if (!MINUTES.containsKey(chart.interval())) {
            indicators.put("adjclose", List.of(Map.of("adjclose", adjusted(chart.company(), rows, today))));
        }
        body.put("indicators", indicators);
        return body;
    }

    private Map<String, Object> quote(Company company, List<Row> rows, LocalDate today) {
        Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
        List.of("open", "high", "low", "close", "volume").forEach(name -> columns.put(name, new ArrayList<>()));
        for (Row row : rows) {
            Bar bar = row.bar();
            double factor = company.splitFactor(row.date(), today);
            boolean wrong = bar != null && faults.strikes(Fault.WRONG_TYPES);
            columns.get("open").add(bar == null ? null : wrong ? "n/a" : noisy(bar.open() * factor));
            columns.get("high").add(bar == null ? null : noisy(bar.high() * factor));
            columns.get("low").add(bar == null ? null : noisy(bar.low() * factor));
            columns.get("close").add(bar == null ? null : noisy(bar.close() * factor));
            columns.get("volume").add(bar == null ? null : Math.round(bar.volume() / factor));
        }
        return new LinkedHashMap<>(columns);
    }

    /** Of each dividend later bars know nothing, and earlier ones are less by its share of the close before it. */
    private static List<@Nullable Object> adjusted(Company company, List<Row> rows, LocalDate today) {
        Map<LocalDate, Double> shares = shares(company, today);
        List<@Nullable Object> values = new ArrayList<>();
        for (Row row : rows) {
            Bar bar = row.bar();
            if (bar == null) {
                values.add(null);
                continue;
            }
            double factor = company.splitFactor(row.date(), today);
            for (Map.Entry<LocalDate, Double> share : shares.entrySet()) {
                if (share.getKey().isAfter(row.date())) {
                    factor *= share.getValue();
                }
            }
            boolean first = values.isEmpty() && company.number() % 10 == 8;
            values.add(first ? Double.POSITIVE_INFINITY : noisy(bar.close() * factor));
        }
        return values;
    }

    /** By ex-date, what is left of a price before it. */
    private static Map<LocalDate, Double> shares(Company company, LocalDate today) {
        Map<LocalDate, Double> shares = new TreeMap<>();
        for (Company.Dividend dividend : company.dividends()) {
            LocalDate exDate = dividend.exDate();
            List<Bar> before = company.bars(exDate.minusDays(10), exDate.minusDays(1));
            if (!exDate.isAfter(today) && !dividend.declared().isAfter(today) && !before.isEmpty()) {
                Bar last = before.get(before.size() - 1);
                double close = last.close() * company.splitFactor(last.date(), exDate);
                shares.put(exDate, 1 - dividend.amount() / close);
            }
        }
        return shares;
    }

    static double noisy(double value) {
        return (float) value;
    }
}

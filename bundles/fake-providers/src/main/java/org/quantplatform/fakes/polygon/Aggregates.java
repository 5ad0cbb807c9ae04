package org.quantplatform.fakes.polygon;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.World;

/** Bars. */
final class Aggregates {

    private static final int USUAL = 5_000;
    private static final int MOST = 50_000;
    private static final int FREE_YEARS = 2;
    private static final int FRACTIONAL = 17;
    private static final String BAD_RANGE = "The parameter 'to' cannot be a time that occurs before 'from'";
    private static final String TIMEFRAME = "Your plan doesn't include this data timeframe.";
    private static final String TODAY =
            "Attempted to request today's data before end of day. Please upgrade your plan at"
                    + " https://massive.com/pricing";

    private final World world;
    private final Clock clock;
    private final Faults faults;

    Aggregates(World world, Clock clock, Faults faults) {
        this.world = world;
        this.clock = clock;
        this.faults = faults;
    }

    private LocalDate today() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.US.zone());
        return faults.strikes(Fault.CLOCK_SKEW) ? today.plusDays(1) : today;
    }

    /** {@code path}: v2 aggs ticker T range multiplier timespan from to. */
    Reply range(Call call, String[] path, boolean limited) {
        Map<String, String> parameters = Envelope.parameters(call);
        Optional<Slices> slices = Slices.of(path[5], path[6]);
        LocalDate today = today();
        LocalDate from;
        LocalDate to;
        try {
            from = date(path[7]);
            to = date(path[8]);
        } catch (DateTimeParseException e) {
            return PolygonProvider.badRequest("Could not parse the time parameter: '" + path[7] + "'");
        }
        if (slices.isEmpty()) {
            return PolygonProvider.badRequest("Could not parse the 'timespan' parameter: '" + path[6] + "'");
        }
        if (to.isBefore(from)) {
            return PolygonProvider.badRequest(BAD_RANGE);
        }
        if (limited && from.isBefore(today.minusYears(FREE_YEARS))) {
            return PolygonProvider.notEntitled(TIMEFRAME);
        }
        boolean adjusted = !"false".equals(parameters.get("adjusted"));
        int limit = Math.min(MOST, Integer.parseInt(parameters.getOrDefault("limit", String.valueOf(USUAL))));
        List<Row> rows = rows(path[3], slices.get(), from, to.isAfter(today) ? today : to, adjusted);
        long first = isMillis(path[7]) ? Long.parseLong(path[7]) : Long.MIN_VALUE;
        long last = isMillis(path[8]) ? Long.parseLong(path[8]) : Long.MAX_VALUE;
        rows.removeIf(row -> row.time() < first || row.time() > last);
        boolean descending = "desc".equals(parameters.get("sort"));
        if (descending) {
            Collections.reverse(rows);
        }
        return Reply.json(200, body(call, path, new Cut(rows, limit, adjusted, descending)));
    }

    private record Cut(List<Row> rows, int limit, boolean adjusted, boolean descending) {}

    /** A bar, and how many base bars it was made of. */
    private record Row(Map<String, Object> values, int base, long time) {}

    private Map<String, Object> body(Call call, String[] path, Cut cut) {
        int end = 0;
        int base = 0;
        while (end < cut.rows().size()
                && (end == 0 || base + cut.rows().get(end).base() <= cut.limit())) {
            base += cut.rows().get(end++).base();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ticker", path[3]);
        body.put("queryCount", base);
        body.put("resultsCount", end);
        body.put("adjusted", cut.adjusted());
        if (end > 0) {
            body.put(
                    "results",
                    cut.rows().subList(0, end).stream().map(Row::values).toList());
        }
        body.put("status", "OK");
        body.put("request_id", Envelope.requestId(call.uri().toString()));
        body.put("count", end);
        if (end < cut.rows().size()) {
            body.put("next_url", next(path, cut, faults.strikes(Fault.DUPLICATE_PAGES) ? 0 : end));
        }
        return body;
    }

    private static String next(String[] path, Cut cut, int end) {
        String time = String.valueOf(cut.rows().get(end).time());
        String from = cut.descending() ? path[7] : time;
        String to = cut.descending() ? time : path[8];
        String cursor = "limit=" + cut.limit() + "&sort=" + (cut.descending() ? "desc" : "asc")
                + (cut.adjusted() ? "" : "&adjusted=false");
        return Envelope.BRAND + "/v2/aggs/ticker/" + path[3] + "/range/" + path[5] + "/" + path[6] + "/" + from + "/"
                + to + "?cursor=" + Envelope.cursor(cursor);
    }

    private List<Row> rows(String ticker, Slices slices, LocalDate from, LocalDate to, boolean adjusted) {
        Optional<Company> company = world.find(ticker);
        List<Row> rows = new ArrayList<>();
        if (company.isEmpty()) {
            return rows;
        }
        for (Slices.Slice slice : slices.of(company.get(), from, to)) {
            double factor = adjusted ? company.get().splitFactor(slice.bar().date(), today()) : 1;
            rows.add(new Row(values(slice.bar(), slice.start(), factor), slice.base(), slice.start()));
        }
        return rows;
    }

    private Map<String, Object> values(Bar bar, long time, double factor) {
        Map<String, Object> values = new LinkedHashMap<>();
        double fraction = bar.trades() % FRACTIONAL == 0 ? 0.6 : 0;
        boolean wrong = faults.strikes(Fault.WRONG_TYPES);
        boolean empty = faults.strikes(Fault.NULL_ROWS);
        values.put("v", empty ? null : Math.rint(10 * (bar.volume() / factor + fraction)) / 10);
        values.put("vw", scaled(bar.average(), factor));
        values.put("o", empty ? null : wrong ? String.valueOf(bar.open()) : scaled(bar.open(), factor));
        values.put("c", empty ? null : scaled(bar.close(), factor));
        values.put("h", empty ? null : scaled(bar.high(), factor));
        values.put("l", empty ? null : scaled(bar.low(), factor));
        values.put("t", time);
        values.put("n", bar.trades());
        return values;
    }

    private static double scaled(double price, double factor) {
        return Math.rint(price * factor * 1e4) / 1e4;
    }

    Reply grouped(Call call, String day, boolean limited) {
        LocalDate date;
        try {
            date = LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return PolygonProvider.badRequest("Could not parse the time parameter: '" + day + "'");
        }
        LocalDate today = today();
        if (limited && date.isBefore(today.minusYears(FREE_YEARS))) {
            return PolygonProvider.notEntitled(TIMEFRAME);
        }
        if (limited && !date.isBefore(today)) {
            return PolygonProvider.notEntitled(TODAY);
        }
        boolean adjusted = !"false".equals(call.query().get("adjusted"));
        long time = millis(
                date.atTime(Country.US.closes()).atZone(Country.US.zone()).toInstant());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Company company : world.companies()) {
            if (!date.isAfter(today)) {
                company.bar(date).ifPresent(bar -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    values.put("T", company.ticker());
                    values.putAll(values(bar, time, adjusted ? company.splitFactor(date, today) : 1));
                    rows.add(values);
                });
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("queryCount", rows.size());
        body.put("resultsCount", rows.size());
        body.put("adjusted", adjusted);
        if (!rows.isEmpty()) {
            body.put("results", rows);
        }
        body.put("status", "OK");
        body.put("request_id", Envelope.requestId(call.uri().toString()));
        body.put("count", rows.size());
        return Reply.json(200, body);
    }

    /** Stamped at the close, not at midnight. */
    Reply previous(String ticker) {
        LocalDate today = today();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ticker", ticker);
        List<Bar> bars = world.find(ticker)
                .map(company -> company.bars(today.minusDays(10), today.minusDays(1)))
                .orElse(List.of());
        body.put("queryCount", bars.isEmpty() ? 0 : 1);
        body.put("resultsCount", bars.isEmpty() ? 0 : 1);
        body.put("adjusted", true);
        if (!bars.isEmpty()) {
            Bar bar = bars.get(bars.size() - 1);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("T", ticker);
            values.putAll(values(
                    bar,
                    millis(bar.date()
                            .atTime(Country.US.closes())
                            .atZone(Country.US.zone())
                            .toInstant()),
                    1));
            body.put("results", List.of(values));
        }
        body.put("status", "OK");
        body.put("request_id", Envelope.requestId(ticker));
        body.put("count", bars.isEmpty() ? 0 : 1);
        return Reply.json(200, body);
    }

    Reply openClose(Call call, String ticker, String day) {
        LocalDate date;
        try {
            date = LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return PolygonProvider.badRequest("Could not parse the time parameter: '" + day + "'");
        }
        Optional<Company> company = world.find(ticker);
        Optional<Bar> bar = company.flatMap(known -> known.bar(date));
        if (bar.isEmpty()) {
            return PolygonProvider.notFound("Data not found.");
        }
        double factor =
                "false".equals(call.query().get("adjusted")) ? 1 : company.get().splitFactor(date, today());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "OK");
        body.put("from", day);
        body.put("symbol", ticker);
        body.put("open", scaled(bar.get().open(), factor));
        body.put("high", scaled(bar.get().high(), factor));
        body.put("low", scaled(bar.get().low(), factor));
        body.put("close", scaled(bar.get().close(), factor));
        body.put("volume", bar.get().volume() / factor);
        body.put("afterHours", scaled(bar.get().close(), factor));
        body.put("preMarket", scaled(bar.get().open(), factor));
        return Reply.json(200, body);
    }

    private static boolean isMillis(String text) {
        return text.matches("\\d{12,13}");
    }

    private static LocalDate date(String text) {
        return isMillis(text)
                ? LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), Country.US.zone())
                : LocalDate.parse(text);
    }

    static long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}

package org.quantplatform.fakes.polygon;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.World;

/** Instruments, splits, dividends, accounts. */
final class Reference {

    private static final int MOST = 1_000;
    private static final int MOST_FINANCIALS = 100;
    private static final int USUAL_EVENTS = 10;

    private final World world;
    private final Clock clock;
    private final Faults faults;

    Reference(World world, Clock clock, Faults faults) {
        this.world = world;
        this.clock = clock;
        this.faults = faults;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.US.zone());
    }

    Reply tickers(Call call, String[] path) {
        if (path.length == 3) {
            return list(call);
        }
        if (path[3].equals("types")) {
            return Reply.json(
                    200,
                    Map.of(
                            "results",
                            List.of(Map.of(
                                    "code",
                                    "CS",
                                    "description",
                                    "Common Stock",
                                    "asset_class",
                                    "stocks",
                                    "locale",
                                    "us")),
                            "status",
                            "OK",
                            "request_id",
                            Envelope.requestId("types"),
                            "count",
                            1));
        }
        Optional<Company> company = world.find(path[3]);
        if (company.isEmpty() || path.length == 4 && !company.get().listedOn(asOf(call))) {
            return PolygonProvider.notFound("Ticker not found.");
        }
        Object results = path.length == 4 ? details(company.get()) : Map.of("events", List.of());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("results", results);
        body.put("status", "OK");
        body.put("request_id", Envelope.requestId(call.uri().toString()));
        return Reply.json(200, body);
    }

    private LocalDate asOf(Call call) {
        return call.parameter("date").map(LocalDate::parse).orElse(today());
    }

    private Reply list(Call call) {
        Map<String, String> asked = Envelope.parameters(call);
        boolean active = !"false".equals(asked.get("active"));
        LocalDate asOf = asked.containsKey("date") ? LocalDate.parse(asked.get("date")) : today();
        List<Map<String, Object>> rows = world.companies().stream()
                .filter(company ->
                        company.listedOn(asOf) == active && !company.first().isAfter(asOf))
                .filter(company -> matches(asked, "ticker", company.ticker()))
                .filter(company ->
                        !asked.containsKey("exchange") || asked.get("exchange").equals(company.exchange()))
                .sorted(Comparator.comparing(Company::ticker))
                .map(company -> row(company, active))
                .toList();
        return Envelope.page(call, rows, 100, MOST, faults);
    }

    private static Map<String, Object> row(Company company, boolean active) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ticker", company.ticker());
        row.put("name", company.name());
        row.put("market", "stocks");
        row.put("locale", "us");
        row.put("primary_exchange", company.exchange());
        row.put("type", "CS");
        row.put("active", active);
        row.put("currency_name", "usd");
        if (company.number() % 3 != 0) {
            row.put("cik", String.format("%010d", 9_900_000 + company.number()));
            row.put("composite_figi", String.format("BBG9FAKE%04d", company.number()));
        }
        row.put("last_updated_utc", "2026-01-02T00:00:00Z");
        if (!active && company.last() != null) {
            row.put("delisted_utc", company.last() + "T00:00:00Z");
        }
        return row;
    }

    private static Map<String, Object> details(Company company) {
        Map<String, Object> row = row(company, true);
        row.put("market_cap", 1e6 * company.shares());
        row.put("sic_code", "9999");
        row.put("sic_description", company.sector().toUpperCase(Locale.ROOT));
        row.put("ticker_root", company.ticker());
        row.put("total_employees", 100 + company.number());
        row.put("list_date", company.first().toString());
        row.put("share_class_shares_outstanding", company.shares());
        row.put("weighted_shares_outstanding", company.shares());
        row.put("round_lot", 100);
        return row;
    }

    /** Each split of the first company that has any comes twice, as recorded answers have shown. */
    Reply splits(Call call) {
        Map<String, String> asked = Envelope.parameters(call);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Company company : world.companies()) {
            for (Company.Split split : company.splits()) {
                if (!split.date().isAfter(today())
                        && matches(asked, "ticker", company.ticker())
                        && matches(asked, "execution_date", split.date().toString())) {
                    rows.add(split(company, split, "E1"));
                    if (company.number() == 1) {
                        rows.add(split(company, split, "E2"));
                    }
                }
            }
        }
        sort(rows, asked, "execution_date");
        return Envelope.page(call, rows, USUAL_EVENTS, MOST, faults);
    }

    private static Map<String, Object> split(Company company, Company.Split split, String id) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id + Envelope.requestId(company.ticker() + split.date()));
        row.put("execution_date", split.date().toString());
        row.put("split_from", split.from());
        row.put("split_to", split.to());
        row.put("ticker", company.ticker());
        return row;
    }

    Reply dividends(Call call) {
        Map<String, String> asked = Envelope.parameters(call);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Company company : world.companies()) {
            for (Company.Dividend dividend : company.dividends()) {
                if (company.listedOn(dividend.exDate())
                        && !dividend.exDate().isAfter(today())
                        && matches(asked, "ticker", company.ticker())
                        && matches(asked, "ex_dividend_date", dividend.exDate().toString())) {
                    rows.add(dividend(company, dividend));
                }
            }
        }
        sort(rows, asked, "ex_dividend_date");
        return Envelope.page(call, rows, USUAL_EVENTS, MOST, faults);
    }

    private static Map<String, Object> dividend(Company company, Company.Dividend dividend) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", "E" + Envelope.requestId(company.ticker() + dividend.exDate()));
        row.put("cash_amount", dividend.amount());
        if (company.number() % 20 == 0) {
            row.put("currency", "USD");
            row.put("declaration_date", dividend.declared().toString());
            row.put("pay_date", dividend.paid().toString());
            row.put("record_date", dividend.recorded().toString());
        }
        row.put("dividend_type", "CD");
        row.put("ex_dividend_date", dividend.exDate().toString());
        row.put("frequency", 4);
        row.put("ticker", company.ticker());
        return row;
    }

    Reply financials(Call call) {
        Map<String, String> asked = Envelope.parameters(call);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Company company : world.companies()) {
            if (matches(asked, "ticker", company.ticker())) {
                new Filings(company, today())
                        .rows().stream()
                                .filter(row -> !asked.containsKey("timeframe")
                                        || asked.get("timeframe").equals(row.get("timeframe")))
                                .filter(row -> matches(asked, "filing_date", (String) row.get("filing_date")))
                                .filter(row -> matches(asked, "period_of_report_date", (String) row.get("end_date")))
                                .forEach(rows::add);
            }
        }
        sort(rows, asked, "period_of_report_date".equals(asked.get("sort")) ? "end_date" : "filing_date");
        return Envelope.page(call, rows, USUAL_EVENTS, MOST_FINANCIALS, faults);
    }

    private static void sort(List<Map<String, Object>> rows, Map<String, String> asked, String field) {
        Comparator<Map<String, Object>> order =
                Comparator.comparing(row -> String.valueOf(row.getOrDefault(field, "")));
        rows.sort("desc".equals(asked.get("order")) ? order.reversed() : order);
    }

    /** Texts and ISO dates alike: plain equality and .gte .gt .lte .lt. */
    private static boolean matches(Map<String, String> asked, String field, String value) {
        boolean filtered = asked.keySet().stream().anyMatch(name -> name.equals(field) || name.startsWith(field + "."));
        if (value == null) {
            return !filtered;
        }
        return (!asked.containsKey(field) || asked.get(field).equals(value))
                && (!asked.containsKey(field + ".gte") || value.compareTo(asked.get(field + ".gte")) >= 0)
                && (!asked.containsKey(field + ".gt") || value.compareTo(asked.get(field + ".gt")) > 0)
                && (!asked.containsKey(field + ".lte") || value.compareTo(asked.get(field + ".lte")) <= 0)
                && (!asked.containsKey(field + ".lt") || value.compareTo(asked.get(field + ".lt")) < 0);
    }
}

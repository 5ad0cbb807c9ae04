package org.quantplatform.fakes.yfinance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Company.Report;
import org.quantplatform.fakes.Reply;

/**
 * Accounts by the end of their period, which is all that the provider tells of their day; at most four years back. The
 * first point of companies 7, 17, 27 … is null, that of 9, 19, 29 … has no date.
 */
final class Fundamentals {

    private static final int YEARS = 4;
    private static final int QUARTERS = 5;
    private static final int IN_A_YEAR = 4;
    private static final Map<String, String> ITEMS = Map.of(
            "TotalRevenue", "revenue",
            "GrossProfit", "gross_profit",
            "OperatingIncome", "operating_income",
            "NetIncome", "net_income",
            "OperatingCashFlow", "operating_cash_flow",
            "StockholdersEquity", "total_equity",
            "TotalAssets", "total_assets",
            "BasicEPS", "earnings_per_share");
    private static final List<String> LEVELS = List.of("total_equity", "total_assets");

    private final Clock clock;

    Fundamentals(Clock clock) {
        this.clock = clock;
    }

    Reply series(Call call, String symbol, Company company) {
        List<Map<String, Object>> result = new ArrayList<>();
        for (String type : call.parameter("type").orElse("").split(",")) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("meta", Map.of("symbol", List.of(symbol), "type", List.of(type)));
            List<@Nullable Map<String, Object>> points = points(type, company);
            if (!points.isEmpty()) {
                entry.put("timestamp", points.stream().map(Fundamentals::stamp).toList());
                entry.put(type, points);
            }
            result.add(entry);
        }
        return Reply.json(200, Map.of("timeseries", YahooProvider.result(result)));
    }

    private static long stamp(@Nullable Map<String, Object> point) {
        Object date = point == null ? null : point.get("asOfDate");
        return date == null
                ? 0
                : LocalDate.parse(String.valueOf(date))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toEpochSecond();
    }

    private List<@Nullable Map<String, Object>> points(String type, Company company) {
        boolean annual = type.startsWith("annual");
        String item = ITEMS.get(type.replaceFirst("^(annual|quarterly|trailing)", ""));
        List<@Nullable Map<String, Object>> points = new ArrayList<>();
        if (item == null || !annual && !type.startsWith("quarterly")) {
            return points;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), company.country().zone());
        List<Report> known = company.reports().stream()
                .filter(report -> report.filed() != null && !report.filed().isAfter(today))
                .toList();
        for (int i = 0; i < known.size(); i++) {
            Report report = known.get(i);
            if (!annual) {
                points.add(point(company, report.end(), report.items().get(item), "3M"));
            } else if (report.quarter() == IN_A_YEAR && i >= IN_A_YEAR - 1) {
                points.add(point(company, report.end(), year(known.subList(i - IN_A_YEAR + 1, i + 1), item), "12M"));
            }
        }
        int kept = annual ? YEARS : QUARTERS;
        List<@Nullable Map<String, Object>> last =
                new ArrayList<>(points.subList(Math.max(0, points.size() - kept), points.size()));
        if (company.number() % 10 == 7 && last.size() > 1) {
            last.set(0, null);
        }
        if (company.number() % 10 == 9 && last.size() > 1) {
            last.get(0).remove("asOfDate");
        }
        return last;
    }

    private static double year(List<Report> quarters, String item) {
        if (LEVELS.contains(item)) {
            return quarters.get(quarters.size() - 1).items().get(item);
        }
        return quarters.stream()
                .mapToDouble(quarter -> quarter.items().get(item))
                .sum();
    }

    private static Map<String, Object> point(Company company, LocalDate end, double value, String period) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("dataId", 20100);
        point.put("asOfDate", end.toString());
        point.put("periodType", period);
        point.put("currencyCode", company.country().currency());
        point.put("reportedValue", Map.of("raw", value, "fmt", String.format("%.2f", value)));
        return point;
    }

    Reply summary(Call call, String symbol, Company company) {
        boolean formatted = !"false".equals(call.parameter("formatted").orElse("true"));
        Map<String, Object> modules = new LinkedHashMap<>();
        for (String module : call.parameter("modules").orElse("").split(",")) {
            switch (module) {
                case "summaryProfile", "assetProfile" ->
                    modules.put(
                            module,
                            Map.of(
                                    "sector", company.sector(),
                                    "industry", company.sector(),
                                    "country", company.country().name(),
                                    "maxAge", 86400));
                case "quoteType" ->
                    modules.put(
                            module,
                            Map.of(
                                    "quoteType", "EQUITY",
                                    "symbol", symbol,
                                    "shortName", company.name(),
                                    "longName", company.name(),
                                    "exchange", Symbols.exchange(company)));
                case "summaryDetail", "price", "financialData", "defaultKeyStatistics" ->
                    modules.put(module, figures(company, formatted));
                default -> {}
            }
        }
        return Reply.json(200, Map.of("quoteSummary", YahooProvider.result(List.of(modules))));
    }

    private Map<String, Object> figures(Company company, boolean formatted) {
        Bar last = last(company);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("maxAge", 1);
        figures.put("currency", company.country().currency());
        figures.put("regularMarketPrice", number(last.close(), formatted));
        figures.put("marketCap", number(last.close() * company.shares(), formatted));
        figures.put("sharesOutstanding", number(company.shares(), formatted));
        figures.put("trailingPE", formatted ? Map.of() : null);
        return figures;
    }

    private static Object number(double value, boolean formatted) {
        return formatted ? Map.of("raw", value, "fmt", String.format("%.2f", value)) : (Object) value;
    }

    Map<String, Object> quote(String symbol, Company company) {
        Bar last = last(company);
        Map<String, Object> quote = new LinkedHashMap<>();
        quote.put("symbol", symbol);
        quote.put("quoteType", "EQUITY");
        quote.put("longName", company.name());
        quote.put("currency", company.country().currency());
        quote.put("regularMarketPrice", last.close());
        quote.put("regularMarketVolume", last.volume());
        return quote;
    }

    private Bar last(Company company) {
        List<Bar> bars = company.bars(
                LocalDate.MIN,
                LocalDate.ofInstant(clock.instant(), company.country().zone()));
        return bars.get(bars.size() - 1);
    }
}

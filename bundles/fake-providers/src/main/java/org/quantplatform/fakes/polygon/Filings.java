package org.quantplatform.fakes.polygon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Report;

/** A company's accounts as rows: quarters, of which the fourth is derived and bears no filing date, years, twelve months. */
final class Filings {

    private static final int QUARTERS = 4;
    private static final List<String> FLOWS = List.of(
            "revenue", "gross_profit", "operating_income", "net_income", "operating_cash_flow", "earnings_per_share");

    private final Company company;
    private final LocalDate today;

    Filings(Company company, LocalDate today) {
        this.company = company;
        this.today = today;
    }

    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Report> reports = company.reports();
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            if (report.filed().isAfter(today)) {
                continue;
            }
            boolean fourth = report.quarter() == QUARTERS;
            rows.add(row(
                    report,
                    report.start(),
                    report.items(),
                    "quarterly",
                    "Q" + report.quarter(),
                    fourth ? null : report.filed()));
            if (i >= QUARTERS - 1) {
                Map<String, Double> year = year(reports.subList(i - QUARTERS + 1, i + 1));
                LocalDate start = reports.get(i - QUARTERS + 1).start();
                rows.add(row(report, start, year, "ttm", "TTM", null));
                if (fourth) {
                    rows.add(row(report, start, year, "annual", "FY", report.filed()));
                }
            }
        }
        return rows;
    }

    private static Map<String, Double> year(List<Report> quarters) {
        Map<String, Double> items =
                new TreeMap<>(quarters.get(quarters.size() - 1).items());
        for (String flow : FLOWS) {
            double sum = quarters.stream()
                    .mapToDouble(quarter -> quarter.items().get(flow))
                    .sum();
            items.put(flow, Math.rint(sum * 1e4) / 1e4);
        }
        return items;
    }

    private Map<String, Object> row(
            Report report,
            LocalDate start,
            Map<String, Double> items,
            String timeframe,
            String period,
            @Nullable LocalDate filed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("start_date", start.toString());
        row.put("end_date", report.end().toString());
        if (filed != null) {
            row.put("filing_date", filed.toString());
        }
        row.put("timeframe", timeframe);
        row.put("fiscal_period", period);
        row.put("fiscal_year", String.valueOf(report.year()));
        row.put("cik", String.format("%010d", 9_900_000 + company.number()));
        row.put("company_name", company.name());
        row.put("tickers", List.of(company.ticker()));
        Map<String, Object> statements = new LinkedHashMap<>();
        statements.put(
                "balance_sheet",
                Map.of(
                        "assets", value("Assets", items.get("total_assets"), "USD"),
                        "liabilities", value("Liabilities", items.get("total_liabilities"), "USD"),
                        "equity", value("Equity", items.get("total_equity"), "USD")));
        statements.put(
                "income_statement",
                Map.of(
                        "revenues", value("Revenues", items.get("revenue"), "USD"),
                        "gross_profit", value("Gross Profit", items.get("gross_profit"), "USD"),
                        "operating_income_loss", value("Operating Income/Loss", items.get("operating_income"), "USD"),
                        "net_income_loss", value("Net Income/Loss", items.get("net_income"), "USD"),
                        "basic_earnings_per_share",
                                value("Basic Earnings Per Share", items.get("earnings_per_share"), "USD / shares")));
        statements.put(
                "cash_flow_statement",
                Map.of(
                        "net_cash_flow_from_operating_activities",
                        value("Net Cash Flow From Operating Activities", items.get("operating_cash_flow"), "USD")));
        statements.put("comprehensive_income", Map.of());
        row.put("financials", statements);
        return row;
    }

    private static Map<String, Object> value(String label, double value, String unit) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("label", label);
        entry.put("value", value);
        entry.put("unit", unit);
        entry.put("order", 100);
        return entry;
    }
}

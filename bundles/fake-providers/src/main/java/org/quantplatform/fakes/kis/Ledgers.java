package org.quantplatform.fakes.kis;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Dividend;
import org.quantplatform.fakes.Company.Report;
import org.quantplatform.fakes.Company.Split;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.TradingDays;

/** Accounts and events of Korean companies as the provider writes them, in units of 100 million won. */
final class Ledgers {

    private static final double UNIT = 1e8;
    private static final int PAR = 5_000;
    private static final int DAYS_ANNOUNCED_BEFORE = 9;
    private static final String UNKNOWN = "99.99";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    private final LocalDate today;

    Ledgers(LocalDate today) {
        this.today = today;
    }

    /** Newest first; quarters are sums since the start of the year. */
    List<Map<String, Object>> income(Company company, boolean quarterly) {
        List<Map<String, Object>> rows = new ArrayList<>();
        double revenue = 0;
        double profit = 0;
        double operating = 0;
        double income = 0;
        int year = 0;
        for (Report report : known(company)) {
            if (report.year() != year) {
                year = report.year();
                revenue = profit = operating = income = 0;
            }
            revenue += report.items().get("revenue");
            profit += report.items().getOrDefault("gross_profit", Double.NaN);
            operating += report.items().get("operating_income");
            income += report.items().get("net_income");
            if (quarterly || report.quarter() == 4) {
                Map<String, Object> row = row(report);
                row.put("sale_account", hundredMillions(revenue));
                row.put("sale_cost", hundredMillions(revenue - profit));
                row.put("sale_totl_prfi", hundredMillions(profit));
                row.put("depr_cost", UNKNOWN);
                row.put("sell_mang", UNKNOWN);
                row.put("bsop_prti", hundredMillions(operating));
                row.put("bsop_non_ernn", UNKNOWN);
                row.put("bsop_non_expn", UNKNOWN);
                row.put("op_prfi", UNKNOWN);
                row.put("spec_prfi", "0.00");
                row.put("spec_loss", "0.00");
                row.put("thtr_ntin", hundredMillions(income));
                rows.add(row);
            }
        }
        Collections.reverse(rows);
        return rows;
    }

    /** Newest first. */
    List<Map<String, Object>> balance(Company company, boolean quarterly) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Report report : known(company)) {
            if (quarterly || report.quarter() == 4) {
                Map<String, Object> row = row(report);
                double assets = report.items().get("total_assets");
                row.put("cras", hundredMillions(assets / 2));
                row.put("fxas", hundredMillions(assets / 2));
                row.put("total_aset", hundredMillions(assets));
                row.put("flow_lblt", UNKNOWN);
                row.put("fix_lblt", UNKNOWN);
                row.put("total_lblt", hundredMillions(report.items().get("total_liabilities")));
                row.put("cpfn", hundredMillions((double) company.shares() * PAR));
                row.put("cfp_surp", UNKNOWN);
                row.put("prfi_surp", UNKNOWN);
                row.put("total_cptl", hundredMillions(report.items().get("total_equity")));
                rows.add(row);
            }
        }
        Collections.reverse(rows);
        return rows;
    }

    private List<Report> known(Company company) {
        return company.reports().stream()
                .filter(report -> report.end().plusDays(20).isBefore(today))
                .toList();
    }

    private static Map<String, Object> row(Report report) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("stac_yymm", MONTH.format(report.end()));
        return row;
    }

    /** By record date, which is the session after the first one without the right; 0 until the amount is declared. */
    List<Map<String, Object>> dividends(Company company, LocalDate first, LocalDate last) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Dividend dividend : company.dividends()) {
            LocalDate record = sessionAfter(dividend.exDate());
            if (record.isBefore(first)
                    || record.isAfter(last)
                    || announced(dividend).isAfter(today)) {
                continue;
            }
            double amount = dividend.declared().isAfter(today) ? 0 : dividend.amount();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("record_date", Charts.written(record));
            row.put("sht_cd", company.ticker());
            row.put("divi_kind", "결산");
            row.put("face_val", String.valueOf(PAR));
            row.put("per_sto_divi_amt", Charts.won(amount));
            row.put("divi_rate", String.format(Locale.ROOT, "%.2f", 100 * amount / PAR));
            row.put("stk_divi_rate", "0.00");
            row.put("divi_pay_dt", slashes(dividend.paid()));
            row.put("stk_div_pay_dt", "");
            row.put("odd_pay_dt", "");
            row.put("stk_kind", "보통");
            row.put("high_divi_gb", "");
            rows.add(row);
        }
        return rows;
    }

    /** That there will be one is known before its ex-date in any case. */
    private static LocalDate announced(Dividend dividend) {
        LocalDate before = dividend.exDate().minusDays(DAYS_ANNOUNCED_BEFORE);
        return dividend.declared().isBefore(before) ? dividend.declared() : before;
    }

    /** Changes of par value, by record date, four days before the new shares are listed. */
    List<Map<String, Object>> parValues(Company company, LocalDate first, LocalDate last) {
        List<Map<String, Object>> rows = new ArrayList<>();
        double par = PAR;
        for (Split split : company.splits()) {
            double before = par;
            par = par * split.from() / split.to();
            LocalDate record = split.date().minusDays(4);
            if (record.isBefore(first) || record.isAfter(last) || record.isAfter(today)) {
                continue;
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("record_date", Charts.written(record));
            row.put("sht_cd", company.ticker());
            row.put("inter_bf_face_amt", Charts.won(before));
            row.put("inter_af_face_amt", Charts.won(par));
            row.put("td_stop_dt", slashes(record) + " ~ " + slashes(split.date().minusDays(1)));
            row.put("list_dt", Charts.written(split.date()));
            rows.add(row);
        }
        return rows;
    }

    private static LocalDate sessionAfter(LocalDate date) {
        LocalDate day = date.plusDays(1);
        while (!TradingDays.of(Country.KR).isOpen(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static String slashes(LocalDate date) {
        return date.toString().replace('-', '/');
    }

    private static String hundredMillions(double won) {
        return Double.isNaN(won) ? UNKNOWN : String.format(Locale.ROOT, "%.2f", won / UNIT);
    }
}

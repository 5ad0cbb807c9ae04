package org.quantplatform.fakes.kis;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;

/** Daily bars as the provider writes them: all values are text, the newest first, a hundred at most. */
final class Charts {

    static final int ROWS = 100;
    /** Since this day daily bars may contain trades after the regular session. */
    private static final LocalDate AFTER_MARKET = LocalDate.of(2026, 9, 14);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final String DOWN = "5";
    private static final String FLAT = "3";
    private static final String UP = "2";

    private final LocalDate today;
    private final boolean afterMarket;

    /**
     * @param today last day that is known
     * @param afterMarket true when bars contain what traded after the session
     */
    Charts(LocalDate today, boolean afterMarket) {
        this.today = today;
        this.afterMarket = afterMarket;
    }

    /** The rows nearest to {@code last}. */
    List<Map<String, Object>> domestic(Company company, LocalDate first, LocalDate last, boolean adjusted) {
        List<Bar> bars = nearest(company, first, last);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Bar bar : bars) {
            double factor = adjusted ? company.splitFactor(bar.date(), today) : 1;
            double close = closeOf(bar);
            double change = close - previousClose(company, bar, close);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("stck_bsop_date", written(bar.date()));
            row.put("stck_clpr", won(close * factor));
            row.put("stck_oprc", won(bar.open() * factor));
            row.put("stck_hgpr", won(Math.max(bar.high(), close) * factor));
            row.put("stck_lwpr", won(Math.min(bar.low(), close) * factor));
            row.put("acml_vol", won(volumeOf(bar) / factor));
            row.put("acml_tr_pbmn", won(bar.average() * bar.volume()));
            row.put("flng_cls_code", "00");
            row.put("prtt_rate", "0.00");
            row.put("mod_yn", factor == 1 ? "N" : "Y");
            row.put("prdy_vrss_sign", sign(change));
            row.put("prdy_vrss", won(change * factor));
            row.put("revl_issu_reas", "");
            rows.add(row);
        }
        return rows;
    }

    /** The rows nearest to {@code last}; prices with four decimals. */
    List<Map<String, Object>> overseas(Company company, LocalDate last, boolean adjusted) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Bar bar : nearest(company, LocalDate.MIN, last)) {
            double factor = adjusted ? company.splitFactor(bar.date(), today) : 1;
            double change = bar.close() - previousClose(company, bar, bar.close());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("xymd", written(bar.date()));
            row.put("clos", decimal(bar.close() * factor));
            row.put("sign", sign(change));
            row.put("diff", decimal(Math.abs(change) * factor));
            row.put("rate", String.format(Locale.ROOT, "%+.2f", 100 * change / bar.close()));
            row.put("open", decimal(bar.open() * factor));
            row.put("high", decimal(bar.high() * factor));
            row.put("low", decimal(bar.low() * factor));
            row.put("tvol", won(bar.volume() / factor));
            row.put("tamt", won(bar.average() * bar.volume()));
            row.put("pbid", decimal(bar.close() * factor));
            row.put("vbid", "100");
            row.put("pask", decimal(bar.close() * factor));
            row.put("vask", "200");
            rows.add(row);
        }
        return rows;
    }

    /** Newest first. */
    private List<Bar> nearest(Company company, LocalDate first, LocalDate last) {
        List<Bar> bars = new ArrayList<>(company.bars(first, last.isAfter(today) ? today : last));
        Collections.reverse(bars);
        return bars.subList(0, Math.min(ROWS, bars.size()));
    }

    Optional<Bar> latest(Company company) {
        List<Bar> bars = nearest(company, LocalDate.MIN, today);
        return bars.isEmpty() ? Optional.empty() : Optional.of(bars.get(0));
    }

    double closeOf(Bar bar) {
        return inAfterMarket(bar) ? Math.rint(bar.close() * 1.01) : bar.close();
    }

    private long volumeOf(Bar bar) {
        return inAfterMarket(bar) ? bar.volume() + bar.volume() / 20 : bar.volume();
    }

    private boolean inAfterMarket(Bar bar) {
        return afterMarket && !bar.date().isBefore(AFTER_MARKET);
    }

    private double previousClose(Company company, Bar bar, double none) {
        List<Bar> before = company.bars(bar.date().minusDays(20), bar.date().minusDays(1));
        return before.isEmpty() ? none : before.get(before.size() - 1).close();
    }

    static String sign(double change) {
        return change > 0 ? UP : change < 0 ? DOWN : FLAT;
    }

    static String won(double value) {
        return String.valueOf(Math.round(value));
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static String written(LocalDate date) {
        return DAY.format(date);
    }
}

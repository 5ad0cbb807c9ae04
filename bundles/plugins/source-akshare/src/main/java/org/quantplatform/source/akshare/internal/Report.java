package org.quantplatform.source.akshare.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Market;

/**
 * Accounts of a company from the start of the year, which is the fiscal year of all Chinese companies, to a quarter's end.
 *
 * @param published day of the announcement
 * @param sums yuan by item, NaN when not stated
 */
record Report(LocalDate end, LocalDate published, Map<String, Double> sums) {

    private static final Map<String, String> ITEMS = ordered();
    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    private static Map<String, String> ordered() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("TOTALOPERATEREVE", "revenue");
        items.put("PARENTNETPROFIT", "net_income");
        return items;
    }

    /** Null while it is not announced. */
    static @Nullable Report read(JsonNode row) {
        LocalDate published = Cells.dayOrNull(row, "NOTICE_DATE");
        if (published == null) {
            return null;
        }
        LocalDate end = Cells.day(Cells.text(row, "REPORT_DATE"));
        if (!end.equals(end.withDayOfMonth(end.lengthOfMonth())) || end.getMonthValue() % QUARTER != 0) {
            throw new IllegalArgumentException("no end of a quarter");
        }
        if (published.isBefore(end)) {
            throw new IllegalArgumentException("published before its period ended");
        }
        Map<String, Double> sums = new TreeMap<>();
        ITEMS.forEach((field, item) -> sums.put(item, Cells.number(row, field)));
        return new Report(end, published, sums);
    }

    /** Quarters, each less what the year had made before it, and years. A quarter after a missing one is left out. */
    static void deliver(String ticker, List<Report> reports, Consumer<Fundamental> sink) {
        Map<LocalDate, Report> byEnd = new TreeMap<>();
        reports.forEach(report -> byEnd.put(report.end(), report));
        byEnd.forEach((end, report) -> report.sums().forEach((item, sum) -> {
            if (end.getMonthValue() == YEAR) {
                report.deliver(ticker, item + "_fy", sum, report.published(), sink);
            }
            if (end.getMonthValue() == QUARTER) {
                report.deliver(ticker, item, sum, report.published(), sink);
                return;
            }
            LocalDate before = end.plusDays(1).minusMonths(QUARTER).minusDays(1);
            Report earlier = byEnd.get(before);
            if (earlier != null) {
                LocalDate known =
                        earlier.published().isAfter(report.published()) ? earlier.published() : report.published();
                report.deliver(ticker, item, sum - earlier.sums().getOrDefault(item, Double.NaN), known, sink);
            }
        }));
    }

    private void deliver(String ticker, String item, double value, LocalDate known, Consumer<Fundamental> sink) {
        if (!Double.isNaN(value)) {
            double cents = Math.rint(value * 100) / 100;
            sink.accept(new Fundamental(Market.CN, ticker, item, end, known, cents));
        }
    }
}

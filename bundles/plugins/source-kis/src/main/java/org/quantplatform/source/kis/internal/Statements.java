package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Market;

/**
 * Accounts of a Korean company. The provider states income since the start of the fiscal year and no day of publication:
 * quarters are taken apart here, and the last day on which the law allows them to be filed stands in for the day on which they
 * were. Money is stated in units of 100 million won.
 */
final class Statements {

    private static final double UNIT = 1e8;
    /** What the provider writes for income that it does not know. */
    private static final double PLACEHOLDER = 99.99;

    private static final int QUARTER = 3;
    private static final int YEAR = 12;
    private static final int DAYS_TO_FILE_YEAR = 90;
    private static final int DAYS_TO_FILE_QUARTER = 45;

    /** Item by field. */
    static final Map<String, String> INCOME = new TreeMap<>(Map.of(
            "sale_account", "revenue",
            "sale_totl_prfi", "gross_profit",
            "bsop_prti", "operating_income",
            "thtr_ntin", "net_income"));

    static final Map<String, String> BALANCE = new TreeMap<>(Map.of(
            "total_aset", "total_assets",
            "total_lblt", "total_liabilities",
            "total_cptl", "book_value"));

    private final Delivery delivery;
    private final LocalDate first;
    private final LocalDate last;
    private final int yearEnd;

    /**
     * @param first publication asked for
     * @param last publication asked for, not later than today
     * @param yearEnd month in which the fiscal year ends, 1 to 12
     */
    Statements(Delivery delivery, LocalDate first, LocalDate last, int yearEnd) {
        this.delivery = delivery;
        this.first = first;
        this.last = last;
        this.yearEnd = yearEnd;
    }

    /** The month in which the latest of these fiscal years ended; 0 when there is none. */
    static int yearEnd(List<JsonNode> years, Delivery delivery) {
        int latest = 0;
        YearMonth newest = YearMonth.of(1, 1);
        for (JsonNode row : years) {
            try {
                YearMonth month = row.isEmpty() ? newest : Cells.month(row, "stac_yymm");
                if (month.isAfter(newest)) {
                    newest = month;
                    latest = month.getMonthValue();
                }
            } catch (IllegalArgumentException e) {
                delivery.refuse(row.path("stac_yymm").asText(), String.valueOf(e.getMessage()));
            }
        }
        return latest;
    }

    void years(List<JsonNode> rows) {
        INCOME.forEach((field, item) -> values(rows, field).forEach((month, value) -> {
            if (quarter(month) == 4) {
                deliver(item + "_fy", month, value);
            }
        }));
    }

    /** Each quarter less what the year had made before it; left out when that is not known. */
    void quarters(List<JsonNode> rows) {
        INCOME.forEach((field, item) -> {
            Map<YearMonth, Double> sums = values(rows, field);
            sums.forEach((month, sum) -> {
                double before = quarter(month) == 1 ? 0 : sums.getOrDefault(month.minusMonths(QUARTER), Double.NaN);
                if (quarter(month) > 0 && !Double.isNaN(before)) {
                    deliver(item, month, sum - before);
                }
            });
        });
    }

    void balances(List<JsonNode> rows) {
        BALANCE.forEach((field, item) -> values(rows, field).forEach((month, value) -> {
            if (quarter(month) > 0) {
                deliver(item, month, value);
            }
        }));
    }

    private Map<YearMonth, Double> values(List<JsonNode> rows, String field) {
        Map<YearMonth, Double> values = new TreeMap<>();
        for (JsonNode row : rows) {
            if (row.isEmpty()) {
                continue;
            }
            try {
                double value = Cells.number(row, field);
                if (!Double.isNaN(value) && !(INCOME.containsKey(field) && value == PLACEHOLDER)) {
                    values.put(Cells.month(row, "stac_yymm"), value);
                }
            } catch (IllegalArgumentException e) {
                delivery.refuse(row.path("stac_yymm").asText(), String.valueOf(e.getMessage()));
            }
        }
        return values;
    }

    /** 1 to 4, or 0 for a month in which no quarter of the fiscal year ends. */
    private int quarter(YearMonth month) {
        int since = Math.floorMod(month.getMonthValue() - yearEnd, YEAR);
        return since % QUARTER == 0 ? (since == 0 ? 4 : since / QUARTER) : 0;
    }

    private void deliver(String item, YearMonth month, double value) {
        LocalDate end = month.atEndOfMonth();
        LocalDate filed = end.plusDays(quarter(month) == 4 ? DAYS_TO_FILE_YEAR : DAYS_TO_FILE_QUARTER);
        boolean early = filed.isBefore(first);
        if (!early && !filed.isAfter(last)) {
            delivery.sink()
                    .fundamental(
                            new Fundamental(Market.KR, delivery.ticker(), item, end, filed, Math.rint(value * UNIT)));
        }
    }
}

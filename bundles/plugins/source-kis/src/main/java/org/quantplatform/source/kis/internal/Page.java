package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * The bars of one answer.
 *
 * @param given rows in the answer, empty ones too: fewer than a page has are the last ones
 * @param bars by day, or by minute in the time of the exchange; a row that is there twice counts once
 * @param faults rows that cannot be read or contradict each other
 */
record Page<T>(int given, TreeMap<T, BarValues> bars, List<Fault> faults) {

    /** A row that is no bar; the day or minute as it was written. */
    record Fault(String day, String reason) {}

    /**
     * What an answer calls the values of a bar.
     *
     * @param at reads the day or minute
     */
    record Names<T>(
            Function<JsonNode, T> at,
            List<String> time,
            String open,
            String high,
            String low,
            String close,
            String volume) {

        private String written(JsonNode row) {
            return String.join(
                    " ", time.stream().map(field -> row.path(field).asText()).toList());
        }
    }

    static final Names<LocalDate> DOMESTIC = new Names<>(
            row -> Cells.day(row, "stck_bsop_date"),
            List.of("stck_bsop_date"),
            "stck_oprc",
            "stck_hgpr",
            "stck_lwpr",
            "stck_clpr",
            "acml_vol");

    static final Names<LocalDate> OVERSEAS =
            new Names<>(row -> Cells.day(row, "xymd"), List.of("xymd"), "open", "high", "low", "clos", "tvol");

    /** Whether the time is the start of the minute is nowhere said; from the first one of a session it has to be. */
    static final Names<LocalDateTime> DOMESTIC_MINUTES = new Names<>(
            row -> Cells.minute(row, "stck_bsop_date", "stck_cntg_hour"),
            List.of("stck_bsop_date", "stck_cntg_hour"),
            "stck_oprc",
            "stck_hgpr",
            "stck_lwpr",
            "stck_prpr",
            "cntg_vol");

    /** By the exchange's date and time, of which the same holds; the Korean ones stand beside them. */
    static final Names<LocalDateTime> OVERSEAS_MINUTES = new Names<>(
            row -> Cells.minute(row, "xymd", "xhms"), List.of("xymd", "xhms"), "open", "high", "low", "last", "evol");

    /** Rows are objects; empty ones, which the provider adds to fill a page, are passed over. */
    static <T> Page<T> of(List<JsonNode> rows, Names<T> names) throws UnreadableAnswer {
        Page<T> page = new Page<>(rows.size(), new TreeMap<>(), new ArrayList<>());
        Set<T> contradicting = new TreeSet<>();
        for (JsonNode row : rows) {
            if (!row.isObject()) {
                throw new UnreadableAnswer("a row of the answer was no object");
            }
            if (!row.isEmpty()) {
                page.read(row, names, contradicting);
            }
        }
        contradicting.forEach(page.bars::remove);
        return page;
    }

    private void read(JsonNode row, Names<T> names, Set<T> contradicting) {
        try {
            T at = names.at().apply(row);
            BarValues values = new BarValues(
                    Cells.number(row, names.open()),
                    Cells.number(row, names.high()),
                    Cells.number(row, names.low()),
                    Cells.number(row, names.close()),
                    Cells.number(row, names.volume()));
            BarValues other = bars.putIfAbsent(at, values);
            if (other != null && !other.equals(values)) {
                contradicting.add(at);
                faults.add(new Fault(at.toString(), "contradicting rows"));
            }
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(names.written(row), String.valueOf(e.getMessage())));
        }
    }
}

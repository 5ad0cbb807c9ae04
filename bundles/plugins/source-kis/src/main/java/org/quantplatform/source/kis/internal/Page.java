package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quantplatform.source.http.GatheredBars;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * The bars of one answer.
 *
 * @param times of all rows, refused ones too, as far as they can be read: those of the next page come before the first
 * @param bars by day, or by minute in the time of the exchange
 * @param faults rows that cannot be read
 * @param more whether earlier bars may be there
 */
record Page<T extends Comparable<? super T>>(TreeSet<T> times, GatheredBars<T> bars, List<Fault> faults, boolean more) {

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
    static <T extends Comparable<? super T>> Page<T> of(List<JsonNode> rows, Names<T> names, boolean more)
            throws UnreadableAnswer {
        Page<T> page = new Page<T>(new TreeSet<>(), new GatheredBars<>(), new ArrayList<>(), more);
        for (JsonNode row : rows) {
            if (!row.isObject()) {
                throw new UnreadableAnswer("a row of the answer was no object");
            }
            if (!row.isEmpty()) {
                page.read(row, names);
            }
        }
        return page;
    }

    private void read(JsonNode row, Names<T> names) {
        try {
            T at = names.at().apply(row);
            times.add(at);
            bars.add(
                    at,
                    new BarValues(
                            Cells.number(row, names.open()),
                            Cells.number(row, names.high()),
                            Cells.number(row, names.low()),
                            Cells.number(row, names.close()),
                            Cells.number(row, names.volume())));
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(names.written(row), String.valueOf(e.getMessage())));
        }
    }

    /**
     * The oldest time of this page, before which the next one ends; null when there is none, as after a page of empty rows.
     *
     * @param end up to which this page was asked for
     * @param what for messages, such as "bars of 005930"
     * @throws UnreadableAnswer when a row is after the end, which is how a page that comes twice shows itself, or when there
     *     is more and nothing says where
     */
    @Nullable
    T next(T end, String what) throws UnreadableAnswer {
        if (!times.isEmpty() && times.last().compareTo(end) > 0) {
            throw new UnreadableAnswer("the same page came twice: " + what + " up to " + end
                    + " were asked for, and came up to " + times.last());
        }
        if (!more || times.isEmpty() && faults.isEmpty()) {
            return null;
        }
        if (times.isEmpty()) {
            throw new UnreadableAnswer("no row of a page of " + what + " has a time that can be read");
        }
        return times.first();
    }
}

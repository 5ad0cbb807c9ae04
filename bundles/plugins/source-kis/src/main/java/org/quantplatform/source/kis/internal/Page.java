package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * The bars of one answer.
 *
 * @param given rows in the answer, empty ones too: fewer than a page has are the last ones
 * @param bars by day; a row that is there twice counts once
 * @param faults rows that cannot be read or contradict each other
 */
record Page(int given, TreeMap<LocalDate, BarValues> bars, List<Fault> faults) {

    /** A row that is no bar; the day as it was written. */
    record Fault(String day, String reason) {}

    /** What an answer calls the values of a bar. */
    record Names(String day, String open, String high, String low, String close, String volume) {}

    static final Names DOMESTIC =
            new Names("stck_bsop_date", "stck_oprc", "stck_hgpr", "stck_lwpr", "stck_clpr", "acml_vol");
    static final Names OVERSEAS = new Names("xymd", "open", "high", "low", "clos", "tvol");

    /** Rows are objects; empty ones, which the provider adds to fill a page, are passed over. */
    static Page of(List<JsonNode> rows, Names names) throws UnreadableAnswer {
        TreeMap<LocalDate, BarValues> bars = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        for (JsonNode row : rows) {
            if (!row.isObject()) {
                throw new UnreadableAnswer("a row of the answer was no object");
            }
            if (!row.isEmpty()) {
                read(row, names, bars, faults);
            }
        }
        for (Fault fault : faults) {
            if (fault.reason().equals("contradicting rows")) {
                bars.remove(LocalDate.parse(fault.day()));
            }
        }
        return new Page(rows.size(), bars, List.copyOf(faults));
    }

    private static void read(JsonNode row, Names names, Map<LocalDate, BarValues> bars, List<Fault> faults) {
        try {
            LocalDate day = Cells.day(row, names.day());
            BarValues values = new BarValues(
                    Cells.number(row, names.open()),
                    Cells.number(row, names.high()),
                    Cells.number(row, names.low()),
                    Cells.number(row, names.close()),
                    Cells.number(row, names.volume()));
            BarValues other = bars.putIfAbsent(day, values);
            if (other != null && !other.equals(values)) {
                faults.add(new Fault(day.toString(), "contradicting rows"));
            }
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(row.path(names.day()).asText(), String.valueOf(e.getMessage())));
        }
    }
}

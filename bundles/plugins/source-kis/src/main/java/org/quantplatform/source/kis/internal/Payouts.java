package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.DailyActions;
import org.quantplatform.spi.data.DataSink;

/**
 * Turns rows of the Korean depository into corporate actions. Shares settle two sessions after the trade, so that who buys on
 * the session before the last one up to the record date comes too late: that day is the ex-date. Issues of which the rows do
 * not say how many shares an old one gives are refused by name, since raw prices step with them.
 */
final class Payouts {

    private static final int LONGEST_CLOSURE = 15;

    private final DataSink sink;
    private final DailyActions actions = new DailyActions(Market.KR);
    private final LocalDate first;
    private final LocalDate last;

    Payouts(DataSink sink, LocalDate first, LocalDate last) {
        this.sink = sink;
        this.first = first;
        this.last = last;
    }

    /**
     * Cash per share in won, before tax; shares paid as dividend are refused. Rows have no id: only one that is the same in
     * everything is the same payment. While an amount is not fixed, as it may not be until long after the ex-date, it is 0.
     */
    void dividend(JsonNode row) {
        read(row, "record_date", () -> {
            LocalDate exDate = exDate(Cells.day(row, "record_date"));
            double cash = Cells.number(row, "per_sto_divi_amt");
            if (cash > 0 && asked(exDate)) {
                actions.dividend(Cells.text(row, "sht_cd"), exDate, cash, row);
            }
            if (Cells.number(row, "stk_divi_rate") > 0) {
                refuse(row, exDate, "dividend in shares: its ratio is not certain");
            }
        });
    }

    /** A par value that falls to a fifth makes five shares of one, on the day that the new ones are listed. */
    void parValue(JsonNode row) {
        read(row, "list_dt", () -> {
            double before = Cells.number(row, "inter_bf_face_amt");
            double after = Cells.number(row, "inter_af_face_amt");
            LocalDate exDate = Cells.day(row, "list_dt");
            if (!(before > 0 && after > 0)) {
                refuse(row, exDate, "change of par value without both values");
            } else if (asked(exDate)) {
                actions.split(Cells.text(row, "sht_cd"), exDate, before / after);
            }
        });
    }

    /** @param date names the day of its effect */
    void unsupported(JsonNode row, String date, String what) {
        read(row, date, () -> refuse(row, Cells.day(row, date), what));
    }

    private void read(JsonNode row, String date, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            String written = row.path(date).asText();
            sink.refuse(0, row.path("sht_cd").asText(), written, String.valueOf(e.getMessage()));
        }
    }

    /** Called when all rows were read. */
    void deliver() {
        actions.deliver(sink);
    }

    private void refuse(JsonNode row, LocalDate exDate, String reason) {
        if (asked(exDate)) {
            sink.refuse(0, Cells.text(row, "sht_cd"), exDate.toString(), reason);
        }
    }

    private boolean asked(LocalDate exDate) {
        return !exDate.isBefore(first) && !exDate.isAfter(last);
    }

    private LocalDate exDate(LocalDate record) {
        LocalDate settles = sessionUpTo(record);
        return sessionUpTo(settles.minusDays(1));
    }

    private LocalDate sessionUpTo(LocalDate day) {
        for (LocalDate date = day; date.isAfter(day.minusDays(LONGEST_CLOSURE)); date = date.minusDays(1)) {
            if (sink.isSession(Market.KR, date)) {
                return date;
            }
        }
        throw new IllegalArgumentException("no session before the record date");
    }
}

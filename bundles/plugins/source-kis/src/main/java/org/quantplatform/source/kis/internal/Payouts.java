package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSink;

/**
 * Turns rows of the Korean depository into corporate actions. Shares settle two sessions after the trade, so that who buys on
 * the session before the last one up to the record date comes too late: that day is the ex-date. Issues of which the rows do
 * not say how many shares an old one gives are refused by name, since raw prices step with them.
 */
final class Payouts {

    private static final int LONGEST_CLOSURE = 15;

    private final DataSink sink;
    private final LocalDate first;
    private final LocalDate last;

    Payouts(DataSink sink, LocalDate first, LocalDate last) {
        this.sink = sink;
        this.first = first;
        this.last = last;
    }

    /** Cash per share in won, before tax; shares paid as dividend are refused. */
    void dividend(JsonNode row) {
        read(row, "record_date", () -> {
            LocalDate exDate = exDate(Cells.day(row, "record_date"));
            double cash = Cells.number(row, "per_sto_divi_amt");
            if (cash > 0) {
                deliver(row, exDate, Kind.DIVIDEND, cash);
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
            if (before > 0 && after > 0) {
                deliver(row, exDate, Kind.SPLIT, before / after);
            } else {
                refuse(row, exDate, "change of par value without both values");
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

    private void deliver(JsonNode row, LocalDate exDate, Kind kind, double value) {
        if (asked(exDate)) {
            sink.action(new CorporateAction(Market.KR, Cells.text(row, "sht_cd"), exDate, kind, value));
        }
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

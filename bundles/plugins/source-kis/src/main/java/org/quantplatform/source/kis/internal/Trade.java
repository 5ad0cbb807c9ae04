package org.quantplatform.source.kis.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.Tick;

/** Reads trades of Korean shares, with the best bid and ask. */
final class Trade {

    static final String SERVICE = "H0STCNT0";

    private static final int TICKER = 0;
    private static final int TIME = 1;
    private static final int PRICE = 2;
    private static final int ASK = 10;
    private static final int BID = 11;
    private static final int SIZE = 12;
    private static final int DAY = 33;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private Trade() {}

    static List<Tick> read(Frame frame) throws UnreadableAnswer {
        if (frame.encrypted()) {
            throw new UnreadableAnswer("trades are encrypted");
        }
        List<Tick> ticks = new ArrayList<>();
        for (String[] fields : frame.split(frame.body(), DAY + 1)) {
            ticks.add(tick(fields));
        }
        return ticks;
    }

    private static Tick tick(String[] fields) throws UnreadableAnswer {
        try {
            Instant time = LocalDateTime.parse(fields[DAY] + fields[TIME], STAMP)
                    .atZone(Market.KR.zone())
                    .toInstant();
            return new Tick(
                    Market.KR,
                    fields[TICKER],
                    time,
                    Cells.number(fields[PRICE], "price"),
                    Cells.number(fields[SIZE], "size"),
                    Cells.number(fields[BID], "bid"),
                    Cells.number(fields[ASK], "ask"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableAnswer("a trade cannot be read: " + e.getMessage(), e);
        }
    }
}

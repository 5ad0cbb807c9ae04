package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.TreeMap;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * Walks over the minutes of a range from its end to its start. An answer has the bars nearest to the minute asked for, so that
 * the next page ends at the oldest bar of this one, which comes again.
 */
final class MinutePages {

    /** A year of the pages of a day. */
    private static final int MAX_PAGES = 6_000;

    /** Asks for one page. */
    interface Asker {

        /** The page whose bars start at {@code last} or before. */
        Page<LocalDateTime> endingAt(LocalDateTime last) throws IOException;

        /** Most rows in a page; with fewer it is the last one. */
        int rows();
    }

    private MinutePages() {}

    /**
     * Delivers the bars from {@code first} to {@code last}, both inclusive, ascending.
     *
     * @throws UnreadableAnswer when a page has bars after its end, which is how a page that comes twice shows itself
     */
    static void walk(LocalDateTime first, LocalDateTime last, Asker asker, MinuteDelivery delivery) throws IOException {
        TreeMap<LocalDateTime, BarValues> bars = new TreeMap<>();
        LocalDateTime end = last;
        for (int pages = 0; !end.isBefore(first); pages++) {
            if (delivery.ended()) {
                return;
            }
            if (pages == MAX_PAGES) {
                throw new UnreadableAnswer("more than " + MAX_PAGES + " pages of minutes of " + delivery.ticker());
            }
            Page<LocalDateTime> page = asker.endingAt(end);
            page.faults().forEach(fault -> delivery.refuse(fault.day(), fault.reason()));
            if (page.bars().isEmpty()) {
                break;
            }
            if (page.bars().lastKey().isAfter(end)) {
                throw new UnreadableAnswer("the same page came twice: minutes of " + delivery.ticker() + " up to " + end
                        + " were asked for, and came up to " + page.bars().lastKey());
            }
            bars.putAll(page.bars());
            LocalDateTime oldest = page.bars().firstKey();
            if (page.given() < asker.rows() || oldest.equals(end)) {
                break;
            }
            end = oldest;
        }
        bars.subMap(first, true, last, true).forEach(delivery::bar);
    }
}

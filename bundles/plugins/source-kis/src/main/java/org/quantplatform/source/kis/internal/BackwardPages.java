package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.TreeMap;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * Walks over a history from its end to its start. The provider answers with the {@value #ROWS} bars nearest to the last day
 * asked for, so that the next page ends the day before the oldest bar of this one.
 */
final class BackwardPages {

    static final int ROWS = 100;
    /** More than a century. */
    private static final int MAX_PAGES = 300;

    /** Asks for one page. */
    @FunctionalInterface
    interface Asker {

        /** The page whose bars are at most of {@code last}. */
        Page<LocalDate> endingAt(LocalDate last) throws IOException;
    }

    private BackwardPages() {}

    /**
     * Delivers the bars from {@code first} to {@code last}, both inclusive, ascending.
     *
     * @throws UnreadableAnswer when a page has bars after its end, which is how a page that comes twice shows itself
     */
    static void walk(LocalDate first, LocalDate last, Asker asker, Delivery delivery) throws IOException {
        LocalDate end = last;
        TreeMap<LocalDate, BarValues> bars = new TreeMap<>();
        for (int pages = 0; !end.isBefore(first); pages++) {
            if (delivery.cancelled()) {
                return;
            }
            if (pages == MAX_PAGES) {
                throw new UnreadableAnswer("more than " + MAX_PAGES + " pages of bars of " + delivery.ticker());
            }
            Page<LocalDate> page = asker.endingAt(end);
            page.faults().forEach(fault -> delivery.refuse(fault.day(), fault.reason()));
            if (page.bars().isEmpty()) {
                break;
            }
            if (page.bars().lastKey().isAfter(end)) {
                throw new UnreadableAnswer("the same page came twice: bars of " + delivery.ticker() + " up to " + end
                        + " were asked for, and came up to " + page.bars().lastKey());
            }
            bars.putAll(page.bars());
            if (page.given() < ROWS) {
                break;
            }
            end = page.bars().firstKey().minusDays(1);
        }
        bars.tailMap(first, true).forEach(delivery::bar);
    }
}

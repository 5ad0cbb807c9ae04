package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.time.LocalDateTime;
import org.quantplatform.source.http.GatheredBars;
import org.quantplatform.source.http.UnreadableAnswer;

/**
 * Walks over the minutes of a range from its end to its start. An answer has the bars nearest to the minute asked for, so that
 * the next page ends at the oldest bar of this one or before it.
 */
final class MinutePages {

    /** A year of the pages of a day. */
    private static final int MAX_PAGES = 6_000;

    /** Asks for one page. */
    interface Asker {

        /** The page whose bars start at {@code last} or before. */
        Page<LocalDateTime> endingAt(LocalDateTime last) throws IOException;

        /** Where the page ends that follows one whose oldest bar this is. */
        LocalDateTime before(LocalDateTime oldest);
    }

    private MinutePages() {}

    /**
     * Delivers the bars from {@code first} to {@code last}, both inclusive, ascending.
     *
     * @throws UnreadableAnswer when a page comes twice
     */
    static void walk(LocalDateTime first, LocalDateTime last, Asker asker, MinuteDelivery delivery) throws IOException {
        GatheredBars<LocalDateTime> bars = new GatheredBars<>();
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
            LocalDateTime oldest = page.next(end, "minutes of " + delivery.ticker());
            bars.addAll(page.bars());
            if (oldest == null || asker.before(oldest).equals(end)) {
                break;
            }
            end = asker.before(oldest);
        }
        bars.between(first, last)
                .deliver(delivery::bar, start -> delivery.refuse(start.toString(), GatheredBars.CONTRADICTING));
    }
}

package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.time.LocalDate;
import org.quantplatform.source.http.GatheredBars;
import org.quantplatform.source.http.UnreadableAnswer;

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
     * @throws UnreadableAnswer when a page comes twice
     */
    static void walk(LocalDate first, LocalDate last, Asker asker, Delivery delivery) throws IOException {
        LocalDate end = last;
        GatheredBars<LocalDate> bars = new GatheredBars<>();
        for (int pages = 0; !end.isBefore(first); pages++) {
            if (delivery.cancelled()) {
                return;
            }
            if (pages == MAX_PAGES) {
                throw new UnreadableAnswer("more than " + MAX_PAGES + " pages of bars of " + delivery.ticker());
            }
            Page<LocalDate> page = asker.endingAt(end);
            page.faults().forEach(fault -> delivery.refuse(fault.day(), fault.reason()));
            LocalDate oldest = page.next(end, "bars of " + delivery.ticker());
            bars.addAll(page.bars());
            if (oldest == null) {
                break;
            }
            end = oldest.minusDays(1);
        }
        bars.between(first, last)
                .deliver(delivery::bar, day -> delivery.refuse(day.toString(), GatheredBars.CONTRADICTING));
    }
}

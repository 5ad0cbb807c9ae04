package org.quantplatform.store.internal.panels;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.quantplatform.model.Panel;

/**
 * One company's item over time. A value counts from its day of publication, or the next trading day. Share counts and
 * per-share items are in the shares that the stated price is one of: those of the day, or, where the stated prices contain
 * splits already, those after all splits that are stored.
 */
final class AccountTimeline {

    private final AccountField field;
    private final boolean pricesContainSplits;
    private final List<Event> events;

    /** @param events in any order */
    AccountTimeline(AccountField field, boolean pricesContainSplits, List<Event> events) {
        this.field = field;
        this.pricesContainSplits = pricesContainSplits;
        this.events = events.stream().sorted(Event.ORDER).toList();
    }

    /** Something became known; splits come before publications of the same day. */
    record Event(int day, boolean isSplit, int source, int periodEnd, double value) {

        static final Comparator<Event> ORDER = Comparator.comparingInt(Event::day)
                .thenComparing(Event::isSplit, Comparator.reverseOrder())
                .thenComparingInt(Event::source)
                .thenComparingInt(Event::periodEnd);

        /** @param source index in {@link AccountField#sources} */
        static Event publication(int day, int source, int periodEnd, double value) {
            return new Event(day, false, source, periodEnd, value);
        }

        static Event split(int day, double ratio) {
            return new Event(day, true, 0, 0, ratio);
        }
    }

    /** Fills all days of the asset in an asset-major column; NaN before the first publication. */
    void fill(Panel calendar, int asset, double[] column) {
        Accounts accounts = new Accounts(field);
        int start = asset * calendar.days();
        int from = 0;
        double value = Double.NaN;
        for (Event event : events) {
            int day = calendar.firstDayFrom(LocalDate.ofEpochDay(event.day()));
            if (day > from) {
                Arrays.fill(column, start + from, start + day, value);
                from = day;
            }
            take(event, accounts);
            value = accounts.value();
        }
        Arrays.fill(column, start + from, start + calendar.days(), value);
    }

    private void take(Event event, Accounts accounts) {
        if (!event.isSplit()) {
            accounts.publish(event.source(), event.periodEnd(), restated(event));
        } else if (!pricesContainSplits) {
            accounts.split(event.value());
        }
    }

    /** Prices that contain splits do so from the first day on: so must what is held against them. */
    private double restated(Event publication) {
        double value = publication.value();
        for (Event event : events) {
            boolean later = pricesContainSplits && event.isSplit() && event.day() > publication.day();
            value = later ? field.afterSplit(value, event.value()) : value;
        }
        return value;
    }
}

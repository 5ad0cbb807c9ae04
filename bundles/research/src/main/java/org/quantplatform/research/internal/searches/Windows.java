package org.quantplatform.research.internal.searches;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quantplatform.api.searches.WalkForwardSpec;
import org.quantplatform.api.searches.WalkForwardSpec.Scheme;
import org.quantplatform.core.searches.NewSearch.Window;
import org.quantplatform.model.Panel;

/** Cuts time into training windows, each followed by its test window. */
final class Windows {

    private Windows() {}

    /** Both inclusive. */
    record Range(LocalDate from, LocalDate to) {}

    /**
     * @param spec with every default filled in, both spans in the same unit
     * @param whole the run's dates
     * @param prices from which trading days are counted, and beyond which there is nothing to test
     * @return empty when the first training window leaves less than half a test window
     */
    static List<Window> cut(WalkForwardSpec spec, Range whole, Panel prices) {
        int first = prices.firstDayFrom(whole.from());
        int last = prices.lastDayTo(whole.to());
        if (first > last) {
            return List.of();
        }
        List<Window> windows = new ArrayList<>();
        for (int number = 0; ; number++) {
            Optional<Window> window = spec.train().years() == null
                    ? ofDays(spec, number, prices, first, last)
                    : ofYears(spec, number, prices.date(first), prices.date(last));
            if (window.isEmpty()) {
                return windows;
            }
            windows.add(spec.scheme() == Scheme.ANCHORED ? from(prices.date(first), window.get()) : window.get());
        }
    }

    private static Optional<Window> ofYears(WalkForwardSpec spec, int number, LocalDate first, LocalDate last) {
        LocalDate begin = first.plusYears((long) number * spec.test().years());
        LocalDate test = begin.plusYears(spec.train().years());
        LocalDate next = test.plusYears(spec.test().years());
        LocalDate end = next.isAfter(last) ? last.plusDays(1) : next;
        if (2 * ChronoUnit.DAYS.between(test, end) < ChronoUnit.DAYS.between(test, next)) {
            return Optional.empty();
        }
        return Optional.of(new Window(begin, test.minusDays(1), test, end.minusDays(1)));
    }

    private static Optional<Window> ofDays(WalkForwardSpec spec, int number, Panel prices, int first, int last) {
        int length = spec.test().days();
        long begin = first + (long) number * length;
        long test = begin + spec.train().days();
        long end = Math.min(test + length - 1, last);
        if (2 * (end - test + 1) < length) {
            return Optional.empty();
        }
        return Optional.of(new Window(
                prices.date((int) begin), prices.date((int) test - 1), prices.date((int) test), prices.date((int)
                        end)));
    }

    private static Window from(LocalDate first, Window window) {
        return new Window(first, window.trainTo(), window.testFrom(), window.testTo());
    }
}

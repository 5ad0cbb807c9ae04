package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.Gap;
import org.quantplatform.core.data.UpdateStore.Span;

/** Finds the sessions of a range on which an instrument has no bar, while it was listed as far as that is known. */
final class Gaps {

    private final MarketSessions sessions;
    private final LocalDate from;
    private final LocalDate to;

    /** From and to are inclusive. */
    Gaps(MarketSessions sessions, LocalDate from, LocalDate to) {
        this.sessions = sessions;
        this.from = from;
        this.to = to;
    }

    /**
     * From the listing, else from the first bar, else from the start.
     *
     * @param stored days with a bar, in order
     */
    List<Gap> of(Span span, int[] stored) {
        return since(span.listed() == null ? span.firstBar() : span.listed(), span, stored);
    }

    /** As {@link #of}, whenever it was listed. */
    List<Gap> since(@Nullable LocalDate begins, Span span, int[] stored) {
        List<Gap> gaps = new ArrayList<>();
        for (int[] run : runs(later(begins), earlier(span.delisted()), stored, null)) {
            LocalDate first = LocalDate.ofEpochDay(run[0]);
            LocalDate last = LocalDate.ofEpochDay(run[1]);
            boolean confirmed = span.covers(first)
                    && span.covers(last)
                    && span.refused().stream().noneMatch(day -> day.isAfter(first) && day.isBefore(last));
            gaps.add(new Gap(span.ticker(), first, last, sessions.count(first, last), confirmed));
        }
        return gaps;
    }

    /** First and last day of each run of which no source was asked; from the start, since the listing may be unknown. */
    List<int[]> unknown(@Nullable Span span, int[] stored) {
        LocalDate listed = span == null ? null : span.listed();
        return runs(later(listed), earlier(span == null ? null : span.delisted()), stored, span);
    }

    private List<int[]> runs(LocalDate begin, LocalDate end, int[] stored, @Nullable Span passedOver) {
        List<int[]> runs = new ArrayList<>();
        int[] days = sessions.days();
        int before = -2;
        for (int i = sessions.from(begin); i < sessions.after(end); i++) {
            boolean missing = Arrays.binarySearch(stored, days[i]) < 0
                    && (passedOver == null || !passedOver.covers(LocalDate.ofEpochDay(days[i])));
            if (missing && before == i - 1) {
                runs.get(runs.size() - 1)[1] = days[i];
            } else if (missing) {
                runs.add(new int[] {days[i], days[i]});
            }
            before = missing ? i : before;
        }
        return runs;
    }

    private LocalDate later(@Nullable LocalDate begins) {
        return begins == null || begins.isBefore(from) ? from : begins;
    }

    private LocalDate earlier(@Nullable LocalDate ends) {
        return ends == null || ends.isAfter(to) ? to : ends;
    }
}

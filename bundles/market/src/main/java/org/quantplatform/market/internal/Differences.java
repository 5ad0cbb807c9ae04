package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.quantplatform.api.data.CompareWith;
import org.quantplatform.api.data.Finding;
import org.quantplatform.core.data.CheckStore.Stated;
import org.quantplatform.spi.data.DataSink.BarValues;

/** Where the stored bars of one instrument and those of another source do not agree, and which could not be compared. */
final class Differences {

    static final String CLOSE = "close_differs";
    static final String VOLUME = "volume_differs";
    static final String NOT_COMPARED = "not_compared";

    private final Stated stated;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Left> left = new TreeMap<>();
    private final List<Integer> days = new ArrayList<>();
    private long different;

    private Differences(Stated stated) {
        this.stated = stated;
    }

    /**
     * The other side.
     *
     * @param note what was done to its bars, to end the detail of a finding with
     */
    record Other(String source, OtherBars bars, Yardstick yardstick, String note) {}

    /** Bars that could not be compared for one reason. */
    private record Left(LocalDate first, LocalDate last, long count, String detail) {

        Left with(Left next) {
            return new Left(first, next.last, count + next.count, detail);
        }
    }

    /** Of which nothing could be compared. */
    static Differences none(Stated stated, String reason, String detail) {
        Differences differences = new Differences(stated);
        for (int i = 0; i < stated.sources().length; i++) {
            differences.leave(i, reason, detail);
        }
        return differences;
    }

    static Differences of(Stated stated, Other other, CompareWith how) {
        Differences differences = new Differences(stated);
        for (int i = 0; i < stated.sources().length; i++) {
            differences.compare(i, other, how);
        }
        return differences;
    }

    /** Bars that differ, then one finding for each reason why bars could not be compared. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        left.forEach((reason, of) -> all.add(new Finding(
                stated.bars().ticker(),
                of.first(),
                NOT_COMPARED,
                String.format(Locale.ROOT, "%d to %s: %s", of.count(), of.last(), of.detail()),
                false)));
        return all;
    }

    /** Number of bars by reason. */
    Map<String, Long> left() {
        Map<String, Long> counts = new TreeMap<>();
        left.forEach((reason, of) -> counts.put(reason, of.count()));
        return counts;
    }

    /** Days since 1970-01-01 whose closes were compared. */
    int[] days() {
        return days.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many bars differ. */
    long different() {
        return different;
    }

    private void compare(int i, Other other, CompareWith how) {
        if (stated.sources()[i].equals(other.source())) {
            leave(i, "same_source", "they come from " + other.source());
            return;
        }
        LocalDate date = stated.date(i);
        BarValues bar = other.bars().at(date);
        if (bar == null) {
            String refusal = other.bars().refusal();
            leave(i, "no_bar", other.source() + " has none" + (refusal.isEmpty() ? "" : " (" + refusal + ")"));
            return;
        }
        double close = other.yardstick().close(date, bar);
        if (Double.isNaN(close)) {
            leave(i, "currency", "no exchange rate to " + stated.currency() + " is stored" + other.note());
            return;
        }
        days.add(stated.bars().epochDays()[i]);
        boolean closes = differ(stated.bars().close()[i], close, Objects.requireNonNull(how.closeTolerance()));
        if (closes) {
            find(
                    i,
                    CLOSE,
                    String.format(
                            Locale.ROOT,
                            "close %.6g from %s, %.6g from %s%s",
                            stated.bars().close()[i],
                            stated.sources()[i],
                            close,
                            other.source(),
                            other.note()));
        }
        boolean volumes = volumesDiffer(i, other.yardstick().volume(date, bar), other, how);
        different += closes || volumes ? 1 : 0;
    }

    private boolean volumesDiffer(int i, double volume, Other other, CompareWith how) {
        double own = stated.bars().volume()[i];
        if (Double.isNaN(own) || Double.isNaN(volume)) {
            leave(i, "no_volume", "the close alone, without a volume on one side");
            return false;
        }
        if (!differ(own, volume, Objects.requireNonNull(how.volumeTolerance()))) {
            return false;
        }
        find(
                i,
                VOLUME,
                String.format(
                        Locale.ROOT,
                        "volume %.0f from %s, %.0f from %s%s",
                        own,
                        stated.sources()[i],
                        volume,
                        other.source(),
                        other.note()));
        return true;
    }

    private static boolean differ(double own, double other, double tolerance) {
        return Math.abs(other - own) > tolerance * Math.abs(own);
    }

    private void find(int i, String rule, String detail) {
        findings.add(new Finding(stated.bars().ticker(), stated.date(i), rule, detail, true));
    }

    private void leave(int i, String reason, String detail) {
        LocalDate date = stated.date(i);
        left.merge(reason, new Left(date, date, 1, detail), Left::with);
    }
}

package org.quantplatform.store.internal.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the public knows of one company's item, as publications and splits come in order of time. The latest period
 * counts, and of several publications about the same period the latest one.
 */
final class Accounts {

    private static final int YEAR = 365;
    /** Fiscal years of 52 or 53 weeks end up to six days off, and companies move the end by a few days more. */
    private static final int YEAR_TOLERANCE = 20;

    /** Retailers divide the year into quarters of 12 to 17 weeks. */
    private static final int SHORTEST_QUARTER = 80;

    private static final int LONGEST_QUARTER = 120;
    private static final int QUARTERS = 4;
    /** Between the first and the last of four quarter ends. */
    private static final int SHORTEST_THREE_QUARTERS = 245;

    private static final int LONGEST_THREE_QUARTERS = 305;

    private final AccountField field;
    private final List<TreeMap<Integer, Double>> known = new ArrayList<>();

    Accounts(AccountField field) {
        this.field = field;
        field.sources().forEach(source -> known.add(new TreeMap<>()));
    }

    /** @param source index in {@link AccountField#sources} */
    void publish(int source, int periodEnd, double value) {
        known.get(source).put(periodEnd, value);
    }

    void split(double ratio) {
        known.forEach(values -> values.replaceAll((periodEnd, value) -> field.afterSplit(value, ratio)));
    }

    /** NaN when it is not known. */
    double value() {
        Known latest = latest(Integer.MAX_VALUE);
        if (latest == null || !field.yearAgo()) {
            return latest == null ? Double.NaN : latest.value();
        }
        int end = latest.periodEnd() - YEAR;
        Known before = latest(end + YEAR_TOLERANCE);
        return before == null || before.periodEnd() < end - YEAR_TOLERANCE ? Double.NaN : before.value();
    }

    private record Known(int periodEnd, double value) {}

    /** Of the periods that ended by then, the last one of which the value is known. */
    private @Nullable Known latest(int periodEnd) {
        Known found = entry(known.get(0), periodEnd);
        if (field.trailing()) {
            found = fourQuarters(periodEnd);
            for (int stated = 1; stated < known.size(); stated++) {
                Known other = entry(known.get(stated), periodEnd);
                boolean later = found == null || other != null && other.periodEnd() >= found.periodEnd();
                found = later ? other : found;
            }
        }
        return found;
    }

    private static @Nullable Known entry(NavigableMap<Integer, Double> values, int periodEnd) {
        Map.Entry<Integer, Double> entry = values.floorEntry(periodEnd);
        return entry == null ? null : new Known(entry.getKey(), entry.getValue());
    }

    /** The latest quarter with the three before it. */
    private @Nullable Known fourQuarters(int periodEnd) {
        NavigableMap<Integer, Double> quarters = known.get(0);
        for (int end : quarters.headMap(periodEnd, true).descendingKeySet()) {
            double sum = fourQuarters(quarters, end);
            if (!Double.isNaN(sum)) {
                return new Known(end, sum);
            }
        }
        return null;
    }

    private static double fourQuarters(NavigableMap<Integer, Double> quarters, int end) {
        double sum = quarters.get(end);
        int at = end;
        for (int i = 1; i < QUARTERS; i++) {
            Map.Entry<Integer, Double> before = quarters.floorEntry(at - SHORTEST_QUARTER);
            if (before == null || before.getKey() < at - LONGEST_QUARTER) {
                return Double.NaN;
            }
            at = before.getKey();
            sum += before.getValue();
        }
        boolean whole = end - at >= SHORTEST_THREE_QUARTERS && end - at <= LONGEST_THREE_QUARTERS;
        return whole ? sum : Double.NaN;
    }
}

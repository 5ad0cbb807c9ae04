package org.quantplatform.source.akshare.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Collects the bars of one answer by day or minute; rows that come twice count once, rows that contradict each other not at all. */
final class Bars<T> {

    /** A row that is no bar; the day or minute as it was written. */
    record Fault(String day, String reason) {}

    private final TreeMap<T, Bar<T>> bars = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<T> contradicted = new ArrayList<>();

    void add(String day, Supplier<Bar<T>> reading) {
        try {
            Bar<T> bar = reading.get();
            Bar<T> other = bars.putIfAbsent(bar.at(), bar);
            if (other != null && !other.equals(bar)) {
                faults.add(new Fault(day, "contradicting rows"));
                contradicted.add(bar.at());
            }
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(day, String.valueOf(e.getMessage())));
        }
    }

    /** Ascending. */
    List<Bar<T>> good() {
        contradicted.forEach(bars::remove);
        return List.copyOf(bars.values());
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}

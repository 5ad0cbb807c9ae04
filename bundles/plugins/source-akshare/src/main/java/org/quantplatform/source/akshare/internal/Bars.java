package org.quantplatform.source.akshare.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Collects the bars of one answer by day; rows that come twice count once, rows that contradict each other not at all. */
final class Bars {

    /** A row that is no bar; the day as it was written. */
    record Fault(String day, String reason) {}

    private final TreeMap<LocalDate, Bar> bars = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<LocalDate> contradicted = new ArrayList<>();

    void add(String day, Supplier<Bar> reading) {
        try {
            Bar bar = reading.get();
            Bar other = bars.putIfAbsent(bar.day(), bar);
            if (other != null && !other.equals(bar)) {
                faults.add(new Fault(day, "contradicting rows"));
                contradicted.add(bar.day());
            }
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(day, String.valueOf(e.getMessage())));
        }
    }

    /** Ascending. */
    List<Bar> good() {
        contradicted.forEach(bars::remove);
        return List.copyOf(bars.values());
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}

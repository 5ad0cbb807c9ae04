package org.quantplatform.store.internal.imports;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Days since 1970-01-01, of which some hundred thousand at most are meant. */
final class DaySet {

    private final BitSet since = new BitSet();
    private final BitSet before = new BitSet();

    void add(int epochDay) {
        if (epochDay >= 0) {
            since.set(epochDay);
        } else {
            before.set(-epochDay);
        }
    }

    /** In order of time. */
    int[] toArray() {
        return IntStream.concat(before.stream().map(day -> -day), since.stream())
                .sorted()
                .toArray();
    }
}

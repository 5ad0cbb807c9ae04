package org.quantplatform.source.http;

import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * The bars of a share by day or minute, gathered until all are there. One that comes twice alike counts once; of those that
 * contradict each other none counts, since nobody can tell which is right.
 */
public final class GatheredBars<T extends Comparable<? super T>> {

    /** Why a bar is refused whose rows differ. */
    public static final String CONTRADICTING = "contradicting rows";

    private final NavigableMap<T, BarValues> bars;
    private final Set<T> contradicted;

    public GatheredBars() {
        this(new TreeMap<>(), new TreeSet<>());
    }

    private GatheredBars(NavigableMap<T, BarValues> bars, Set<T> contradicted) {
        this.bars = bars;
        this.contradicted = contradicted;
    }

    public void add(T at, BarValues values) {
        BarValues other = bars.putIfAbsent(at, values);
        if (other != null && !other.equals(values)) {
            contradicted.add(at);
        }
    }

    public void addAll(GatheredBars<T> others) {
        others.bars.forEach(this::add);
        contradicted.addAll(others.contradicted);
    }

    /** Those of a range, both ends included. */
    public GatheredBars<T> between(T first, T last) {
        return new GatheredBars<>(bars.subMap(first, true, last, true), contradicted);
    }

    /** Hands on all of them, ascending. */
    public void deliver(BiConsumer<T, BarValues> good, Consumer<T> contradicting) {
        bars.forEach((at, values) -> {
            if (contradicted.contains(at)) {
                contradicting.accept(at);
            } else {
                good.accept(at, values);
            }
        });
    }
}

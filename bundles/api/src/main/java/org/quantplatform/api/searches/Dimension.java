package org.quantplatform.api.searches;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one parameter is varied over: either {@code values}, or an evenly spaced range.
 *
 * @param values in the order of the heat map's axis; empty for a range
 * @param from first value of the range
 * @param to largest value of the range, inclusive when a whole number of steps leads to it
 * @param step above 0; 1 when left out
 */
public record Dimension(List<Object> values, @Nullable Double from, @Nullable Double to, @Nullable Double step) {

    public Dimension(@Nullable List<Object> values, @Nullable Double from, @Nullable Double to, @Nullable Double step) {
        this.values = values == null ? List.of() : List.copyOf(values);
        this.from = from;
        this.to = to;
        this.step = step;
    }

    public static Dimension of(Object... values) {
        return new Dimension(List.of(values), null, null, null);
    }

    public static Dimension range(double from, double to, double step) {
        return new Dimension(List.of(), from, to, step);
    }
}

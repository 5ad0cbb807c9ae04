package org.quantplatform.model;

import java.util.List;

/**
 * A value by price: a tick, a lot or an amount.
 *
 * @param bands in order of price; the first one starts at 0
 */
public record PriceSteps(List<Band> bands) {

    /** @param value from this price on, up to where the next band starts; positive */
    public record Band(double from, double value) {

        public Band {
            if (!(from >= 0 && from < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a band must start at 0 or above, was " + from);
            }
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the value of a band must be positive, was " + value);
            }
        }
    }

    public PriceSteps {
        bands = List.copyOf(bands);
        if (bands.isEmpty() || bands.get(0).from() != 0) {
            throw new IllegalArgumentException("the first band must start at 0");
        }
        for (int i = 1; i < bands.size(); i++) {
            if (!(bands.get(i).from() > bands.get(i - 1).from())) {
                throw new IllegalArgumentException("bands must be in order of price");
            }
        }
    }

    public static PriceSteps always(double value) {
        return new PriceSteps(List.of(new Band(0, value)));
    }

    /** NaN and prices below 0 count as 0. */
    public double at(double price) {
        double value = bands.get(0).value();
        for (int i = 1; i < bands.size() && price >= bands.get(i).from(); i++) {
            value = bands.get(i).value();
        }
        return value;
    }
}

package org.quantplatform.research.internal.searches;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.searches.Dimension;

/** All combinations of the values of a few axes, numbered so that the last axis changes first. */
final class Combinations {

    /** Most values of one axis. */
    static final int MOST_VALUES = 100_000;

    private final List<Axis> axes;

    Combinations(List<Axis> axes) {
        this.axes = List.copyOf(axes);
    }

    /** A path with its values. */
    record Axis(SpacePath path, List<Object> values) {

        /** @throws IllegalArgumentException saying what is wrong with the range or list */
        static Axis of(SpacePath path, Dimension dimension) {
            boolean ranged = dimension.from() != null || dimension.to() != null;
            List<Object> values = ranged ? range(dimension) : dimension.values();
            if (values.isEmpty()) {
                throw new IllegalArgumentException("must hold at least one value");
            }
            if (values.size() > MOST_VALUES) {
                throw new IllegalArgumentException("must hold at most " + MOST_VALUES + " values");
            }
            if (values.stream().distinct().count() < values.size()) {
                throw new IllegalArgumentException("must not hold a value twice");
            }
            return new Axis(path, List.copyOf(values));
        }

        /** In decimals, so that 0.1 + 2 × 0.1 is 0.3; whole numbers stay whole. */
        private static List<Object> range(Dimension dimension) {
            double step = dimension.step() == null ? 1 : dimension.step();
            boolean both = dimension.from() != null && dimension.to() != null;
            if (!both || !(step > 0) || !finite(dimension.from()) || !finite(dimension.to()) || !finite(step)) {
                throw new IllegalArgumentException("a range needs finite numbers from and to, and a step above 0");
            }
            BigDecimal from = BigDecimal.valueOf(dimension.from());
            BigDecimal width = BigDecimal.valueOf(dimension.to()).subtract(from);
            if (width.signum() < 0) {
                throw new IllegalArgumentException("a range must not end before it begins");
            }
            BigInteger steps =
                    width.divideToIntegralValue(BigDecimal.valueOf(step)).toBigInteger();
            if (steps.compareTo(BigInteger.valueOf(MOST_VALUES)) >= 0) {
                throw new IllegalArgumentException(
                        "must hold at most " + MOST_VALUES + " values, holds " + steps.add(BigInteger.ONE));
            }
            List<Object> values = new ArrayList<>();
            for (int i = 0; i <= steps.intValueExact(); i++) {
                values.add(number(from.add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(i)))));
            }
            return values;
        }

        private static boolean finite(double value) {
            return Double.isFinite(value) && Math.abs(value) <= 1e15;
        }

        private static Object number(BigDecimal value) {
            boolean whole = value.stripTrailingZeros().scale() <= 0;
            if (!whole) {
                return value.doubleValue();
            }
            long exact = value.longValueExact();
            return exact == (int) exact ? (Object) (int) exact : (Object) exact;
        }
    }

    List<Axis> axes() {
        return axes;
    }

    BigInteger count() {
        BigInteger count = BigInteger.ONE;
        for (Axis axis : axes) {
            count = count.multiply(BigInteger.valueOf(axis.values().size()));
        }
        return count;
    }

    /** @param index from 0, below the count */
    Map<SpacePath, Object> at(long index) {
        Object[] chosen = new Object[axes.size()];
        long rest = index;
        for (int i = axes.size() - 1; i >= 0; i--) {
            List<Object> values = axes.get(i).values();
            chosen[i] = values.get((int) (rest % values.size()));
            rest /= values.size();
        }
        Map<SpacePath, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < chosen.length; i++) {
            values.put(axes.get(i).path(), chosen[i]);
        }
        return values;
    }
}

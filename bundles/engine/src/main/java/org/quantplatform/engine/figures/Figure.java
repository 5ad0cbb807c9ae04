package org.quantplatform.engine.figures;

import java.util.function.ToDoubleFunction;

/**
 * One figure and how it is calculated.
 *
 * @param <S> what it is calculated from
 * @param formula in terms of {@code r} returns, {@code b} the benchmark's, {@code f} the risk-free return of a period, {@code
 *     n} number of returns, {@code p} periods a year, {@code W} wealth from 1 before the first return, {@code D} its fraction
 *     below its high, or of other figures by their ids
 * @param convention sign, choice among usual definitions, and what others do
 */
public record Figure<S>(
        String id,
        Group group,
        String title,
        Unit unit,
        String formula,
        String convention,
        ToDoubleFunction<S> calculation) {

    /** What a figure is about. */
    public enum Group {
        RETURN,
        CALENDAR,
        RISK,
        DRAWDOWN,
        TAIL,
        RATIOS,
        BENCHMARK,
        TRADING,
        COST
    }

    /** What its number counts. */
    public enum Unit {
        /** 0.01 is one percent. */
        FRACTION,
        RATIO,
        /** Calendar days. */
        DAYS,
        /** Periods of the series: trading days for daily bars. */
        PERIODS,
        COUNT,
        /** In the run's currency. */
        MONEY
    }

    /** Begins a figure. */
    static Name named(String id, Group group, Unit unit, String title) {
        return new Name(id, group, unit, title);
    }

    /** A figure that still lacks its meaning. */
    record Name(String id, Group group, Unit unit, String title) {

        <S> Figure<S> as(String formula, String convention, ToDoubleFunction<S> calculation) {
            return new Figure<>(id, group, title, unit, formula, convention, calculation);
        }
    }

    /** NaN also where the calculation overflows. */
    double of(S from) {
        double value = calculation.applyAsDouble(from);
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}

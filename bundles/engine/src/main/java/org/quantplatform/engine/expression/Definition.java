package org.quantplatform.engine.expression;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** An operator with what it does. Exactly one of the two kernels is used, by the operator's scope. */
record Definition(Operator operator, ColumnKernel column, DayKernel day, IntUnaryOperator reach, boolean bears) {

    /** Fills an asset's history; {@code out} is none of {@code in} except between cells. */
    interface ColumnKernel {
        void run(double[][] in, double[] numbers, double[] out);
    }

    /** Changes one day's values in place; {@code groups} holds a number per asset, negative for the unknown. */
    interface DayKernel {
        void run(double[] values, boolean[] eligible, int[] groups, double[] numbers);
    }

    private static final ColumnKernel NO_COLUMN = (in, numbers, out) -> {
        throw new IllegalStateException("works on days");
    };
    private static final DayKernel NO_DAY = (values, eligible, groups, numbers) -> {
        throw new IllegalStateException("works on columns");
    };

    static Definition cell(String id, String help, ColumnKernel kernel, Argument... arguments) {
        Operator operator = new Operator(id, List.of(arguments), Kind.SERIES, Scope.CELL, "", help);
        return new Definition(operator, kernel, NO_DAY, days -> 0, false);
    }

    /** An operator that reaches {@code days - 1} days back. */
    static Definition time(String id, String help, ColumnKernel kernel, Argument... arguments) {
        Operator operator = new Operator(id, List.of(arguments), Kind.SERIES, Scope.TIME, "", help);
        return new Definition(operator, kernel, NO_DAY, days -> days - 1, false);
    }

    static Definition day(String id, String help, DayKernel kernel, Argument... arguments) {
        Operator operator = new Operator(id, List.of(arguments), Kind.SERIES, Scope.DAY, "", help);
        return new Definition(operator, NO_COLUMN, kernel, days -> 0, false);
    }

    Definition infix(String sign) {
        Operator o = operator;
        return new Definition(
                new Operator(o.id(), o.arguments(), o.result(), o.scope(), sign, o.help()), column, day, reach, bears);
    }

    Definition reaching(IntUnaryOperator days) {
        return new Definition(operator, column, day, days, bears);
    }

    Definition asCondition() {
        Operator o = operator;
        return new Definition(
                new Operator(o.id(), o.arguments(), Kind.BOOLEAN, o.scope(), o.infix(), o.help()),
                column,
                day,
                reach,
                true);
    }

    /** Gives values where its arguments are unknown, so that days before an asset's first must be blotted out. */
    Definition bearing() {
        return new Definition(operator, column, day, reach, true);
    }

    String id() {
        return operator.id();
    }

    /** Days that are looked at before the day itself. */
    int reach(double[] numbers) {
        return operator.scope() == Scope.TIME ? reach.applyAsInt((int) numbers[0]) : 0;
    }
}

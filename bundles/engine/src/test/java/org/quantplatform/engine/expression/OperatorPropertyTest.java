package org.quantplatform.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.quantplatform.model.Panel;

/** What holds for every operator of the table. */
class OperatorPropertyTest {

    private static final int ASSETS = 9;
    private static final int DAYS = 90;

    @Provide
    Arbitrary<Operator> operators() {
        return Arbitraries.of(Operators.all());
    }

    /** A call with arguments that the operator takes. */
    private static String call(Operator operator, int days) {
        List<String> columns = List.of("$close", "Log($volume + 1)", "$open - $close");
        int[] next = {0};
        return operator.arguments().stream()
                .map(argument -> switch (argument.type()) {
                    case SERIES -> columns.get(next[0]++ % 3);
                    case BOOLEAN -> "($close > Ref($open, " + (1 + next[0]++) + "))";
                    case DAYS -> Integer.toString((int) Math.max(argument.min(), days));
                    case NUMBER -> argument.name().equals("high") ? "50" : "0.5";
                })
                .collect(Collectors.joining(", ", operator.id() + "(", ")"));
    }

    @Property(tries = 400)
    void nothingLooksAhead(
            @ForAll("operators") Operator operator,
            @ForAll @IntRange(min = 1, max = 70) int days,
            @ForAll @IntRange(min = 1, max = DAYS) int cut) {
        Panel panel = Panels.of(ASSETS, DAYS, 5);
        String call = call(operator, days);
        double[] whole = Panels.values(call, Panels.columns(panel));
        double[] head = Panels.values(call, Panels.columns(panel.head(cut)));

        for (int asset = 0; asset < ASSETS; asset++) {
            assertThat(bits(head, asset * cut, cut)).as(call).isEqualTo(bits(whole, asset * DAYS, cut));
        }
    }

    @Property(tries = 100)
    void theNumberOfThreadsChangesNoBit(
            @ForAll("operators") Operator operator, @ForAll @IntRange(min = 2, max = 6) int threads) {
        Columns columns = Panels.columns(Panels.of(40, DAYS, 5));
        Expression inner = Expression.parse(call(operator, 7));
        Program program = Program.of(List.of(inner, Expression.parse("CSRank(Mean(" + inner + ", 3)) + " + inner)));

        double[][] alone = Panels.run(program, 2, columns, 1);
        double[][] together = Panels.run(program, 2, columns, threads);
        for (int output = 0; output < 2; output++) {
            assertThat(bits(together[output], 0, 40 * DAYS)).isEqualTo(bits(alone[output], 0, 40 * DAYS));
        }
    }

    @Property(tries = 100)
    void companyChangesNoValue(@ForAll("operators") Operator one, @ForAll("operators") Operator other) {
        Columns columns = Panels.columns(Panels.of(ASSETS, DAYS, 5));
        Expression first = Expression.parse("CSZScore(" + call(one, 5) + ")");
        Expression second = Expression.parse(call(other, 5) + " * " + call(one, 5));
        double[][] together = Panels.run(Program.of(List.of(first, second)), 2, columns, 1);

        assertThat(together[0]).containsExactly(Panels.values(first.text(), columns));
        assertThat(together[1]).containsExactly(Panels.values(second.text(), columns));
    }

    @Property(tries = 200)
    void nothingIsKnownBeforeTheFirstBar(@ForAll("operators") Operator operator) {
        Panel panel = Panels.of(ASSETS, DAYS, 5);
        double[] values = Panels.values(call(operator, 5), Panels.columns(panel));
        double[] closes = panel.column(org.quantplatform.model.Field.CLOSE);
        for (int asset = 0; asset < ASSETS; asset++) {
            for (int day = 0; day < DAYS && Double.isNaN(closes[asset * DAYS + day]); day++) {
                assertThat(values[asset * DAYS + day])
                        .as("%s, asset %d, day %d", operator.id(), asset, day)
                        .isNaN();
            }
        }
    }

    @Example
    void nothingIsInfinite() {
        Columns columns = Panels.columns(Panels.of(ASSETS, DAYS, 5));
        for (String call : List.of(
                "1 / ($close - $close)",
                "Log($volume)",
                "Exp($close * 1000)",
                "($volume - $volume) ** -1",
                "Change($volume, 1)",
                "$close * 1e300 * 1e300",
                "CSScale($close - $close)")) {
            double[] values = Panels.values(call, columns);
            assertThat(Arrays.stream(values).noneMatch(Double::isInfinite))
                    .as(call)
                    .isTrue();
        }
    }

    @Example
    void takesPanelsOfNoAssetAndOfOneDay() {
        for (Operator operator : Operators.all()) {
            Program program = Program.of(List.of(Expression.parse(call(operator, 5))));
            assertThat(Panels.run(program, 1, Columns.of(Panels.of(0, 10, 1)), 2)[0])
                    .isEmpty();
            assertThat(Panels.run(program, 1, Columns.of(Panels.of(4, 1, 1)), 2)[0])
                    .hasSize(4);
        }
    }

    private static long[] bits(double[] values, int from, int count) {
        return Arrays.stream(values, from, from + count)
                .mapToLong(Double::doubleToRawLongBits)
                .toArray();
    }
}

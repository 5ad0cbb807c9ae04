package org.quantplatform.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.model.Field;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '"',
            value = {
                "$close => $close",
                "1 + 2 * $close => Add(1.0,Mul(2.0,$close))",
                "($open + $close) / 2 => Div(Add($open,$close),2.0)",
                "$a - $b - $c => Sub(Sub($a,$b),$c)",
                "-$a ** 2 => Sub(0.0,Power($a,2.0))",
                "2 ** -$a => Power(2.0,Sub(0.0,$a))",
                "$a ** $b ** 2 => Power($a,Power($b,2.0))",
                "$a > 1 & $b < 2 | !($c == 3) => Or(And(Gt($a,1.0),Lt($b,2.0)),Not(Eq($c,3.0)))",
                "Mean($close, 2 * 5) => Mean($close,10.0)",
                "Mean($close > Ref($close, 1), 5) => Mean(Gt($close,Ref($close,1.0)),5.0)",
                "2*3-6/3+$a => Add(4.0,$a)",
                ".5e1*$a => Mul(5.0,$a)",
                "Quantile($close,20,0.8) => Quantile($close,20.0,0.8)",
                "$vwap => Div(Add(Add($high,$low),$close),3.0)",
                "If($a>0,1,0) => If(Gt($a,0.0),1.0,0.0)"
            })
    void readsAsInMathematics(String text, String canonical) {
        assertThat(Expression.parse(text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '"',
            value = {
                "Rank(Corr(1, Men($close, 5)), 3) => unknown operator 'Men' at 14; did you mean Mean?",
                "Demean($close) => unknown operator 'Demean' at 1; did you mean CSDemean?",
                "Frobnicate($close) => unknown operator 'Frobnicate' at 1",
                "close => 'close' without arguments at 1; fields start with $, as $close",
                "Mean => 'Mean' without arguments at 1; it is written Mean(x, days)",
                "Mean($close) => Mean(x, days) needs 2 arguments, found 1 at 1; across assets it is CSMean(x)",
                "1 + Rank($close) => Rank(x, days) needs 2 arguments, found 1 at 5; across assets it is CSRank(x)",
                "Abs() => Abs(x) needs 1 argument, found 0 at 1",
                "Ref($close, -1) => Ref(x, days) would look ahead: days must be 1 to 2520 (whole days), was -1 at 13",
                "Delta($close, -5) => Delta(x, days) would look ahead: days must be 1 to 2520 (whole days), was -5 at 15",
                "Ref($close, 0) => Ref(x, days) needs days of 1 to 2520 (whole days), was 0 at 13",
                "Mean($close, 2521) => Mean(x, days) needs days of 1 to 2520 (whole days), was 2521 at 14",
                "Mean($close, 2.5) => Mean(x, days) needs days of 1 to 2520 (whole days), was 2.5 at 14",
                "Std($close, 1) => Std(x, days) needs days of 2 to 2520 (whole days), was 1 at 13",
                "Mean($close, $open) => Mean(x, days) needs a number as days, found a column at 14",
                "Mean(5, 5) => Mean(x, days) needs a series as x, found a number at 6",
                "If($close, 1, 2) => If(condition, x, y) needs a condition as condition, found a series at 4; compare it with something, as $close > 0",
                "$a & $b > 1 => And(a, b) needs a condition as a, found a series at 1; compare it with something, as $close > 0",
                "1 < $a < 2 => a comparison of a comparison at 8; join two comparisons with &",
                "Quantile($close, 5, 1.5) => Quantile(x, days, p) needs p of 0 to 1, was 1.5 at 21",
                "Clip($close, 2, 1) => Clip needs low not above high at 1",
                "$close * (1 / 0) => Div of these numbers is not defined at 11",
                "$close > 0 & 1 > 2 => only numbers are compared at 14; one side must be a series, as $close",
                "1 + 2 => the same number for all at 1; use at least one field, as $close",
                "'' => an empty expression at 1",
                "$close + => expected a number, a $field, an operator or '(', found the end at 9",
                "($close => expected ')', found the end at 8",
                "$close $open => expected an operator sign or the end, found '$open' at 8",
                "$close ? 1 => unexpected '?' at 8",
                "$close = 1 => unexpected '=' at 8",
                "$ => '$' is no name of a field at 1",
                "$1a => '$1a' is no name of a field at 1",
                "1e999 * $close => a number that is too large at 1",
                "Mean($close 5) => expected ')', found '5' at 13"
            })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text.equals("''") ? " " : text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @Test
    void givesThePosition() {
        assertThatThrownBy(() -> Expression.parse("$close + Foo($open)"))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.position()).isEqualTo(10));
    }

    @Test
    void boundsLengthDepthSizeAndHistory() {
        assertThatThrownBy(() -> Expression.parse("$close" + " ".repeat(4000)))
                .hasMessageContaining("longer than 4000");
        assertThatThrownBy(() -> Expression.parse("(".repeat(2000) + "$a" + ")".repeat(1990)))
                .hasMessageContaining("nested deeper than 100");
        assertThatThrownBy(() -> Expression.parse("-".repeat(3000) + "$a")).hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> Expression.parse("2**".repeat(1000) + "$a")).hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> Expression.parse("$a" + "+$a".repeat(600)))
                .hasMessageContaining("more than 500 parts");
        assertThatThrownBy(() -> Expression.parse("Mean(Mean(Mean(Mean(Mean($a,2520),2520),2520),2520),2520)"))
                .hasMessageContaining("looks back 10077 days, allowed are 10000 at 6");
    }

    @Test
    void boundsWhatIsKeptOfAllAssets() {
        String nested = "CSRank(".repeat(8) + "$close" + ")".repeat(8);
        assertThat(Expression.parse(nested).isAcrossAssets()).isTrue();
        assertThatThrownBy(() -> Expression.parse("CSRank(" + nested + ")"))
                .hasMessage("more than 8 intermediate results of all assets at 1; use fewer operators across assets");
    }

    @Test
    void knowsFieldsHistoryAndScope() {
        Expression expression = Expression.parse("Mean(Ref($close, 3), 5) / $open + Delta($volume, 2)");
        assertThat(expression.fields()).containsExactly(Field.CLOSE, Field.OPEN, Field.VOLUME);
        assertThat(expression.history()).isEqualTo(8);
        assertThat(expression.isAcrossAssets()).isFalse();
        assertThat(Expression.parse("CSRank($close)").isAcrossAssets()).isTrue();
        assertThat(Expression.parse("EMA($close, 20)").history()).isEqualTo(140);
    }

    @Test
    void theTableHasAtLeast45OperatorsEachOnce() {
        assertThat(Operators.all())
                .extracting(Operator::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(45);
        assertThat(Operators.all())
                .allSatisfy(
                        operator -> assertThat(operator.help()).endsWith(".").hasSizeLessThan(140));
    }
}

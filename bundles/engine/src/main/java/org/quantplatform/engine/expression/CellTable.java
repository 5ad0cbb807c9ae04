package org.quantplatform.engine.expression;

import static org.quantplatform.engine.expression.Argument.condition;
import static org.quantplatform.engine.expression.Argument.number;
import static org.quantplatform.engine.expression.Argument.series;
import static org.quantplatform.engine.expression.Definition.cell;

import java.util.List;

/** Operators on one asset's values of one day. */
final class CellTable {

    private static final double HUGE = 1e300;

    private static final Argument X = series("x");
    private static final Argument Y = series("y");

    static final List<Definition> ROWS = List.of(
            cell("Add", "Sum of both.", (in, n, out) -> Cells.add(in[0], in[1], out), X, Y)
                    .infix("+"),
            cell("Sub", "x less y.", (in, n, out) -> Cells.subtract(in[0], in[1], out), X, Y)
                    .infix("-"),
            cell("Mul", "Product of both.", (in, n, out) -> Cells.multiply(in[0], in[1], out), X, Y)
                    .infix("*"),
            cell("Div", "x divided by y; unknown for y = 0.", (in, n, out) -> Cells.divide(in[0], in[1], out), X, Y)
                    .infix("/"),
            cell(
                            "Power",
                            "x to the power of y; unknown where that is no real number.",
                            (in, n, out) -> Cells.power(in[0], in[1], out),
                            X,
                            Y)
                    .infix("**"),
            cell(
                    "SignedPower",
                    "Sign of x times |x| to the power of y.",
                    (in, n, out) -> Cells.signedPower(in[0], in[1], out),
                    X,
                    Y),
            cell("Abs", "Distance from 0.", (in, n, out) -> Cells.abs(in[0], out), X),
            cell("Sign", "1, 0 or -1.", (in, n, out) -> Cells.sign(in[0], out), X),
            cell("Log", "Natural logarithm; unknown for x <= 0.", (in, n, out) -> Cells.log(in[0], out), X),
            cell("Exp", "e to the power of x.", (in, n, out) -> Cells.exp(in[0], out), X),
            cell("Sqrt", "Square root; unknown for x < 0.", (in, n, out) -> Cells.sqrt(in[0], out), X),
            cell("Greater", "The greater of both.", (in, n, out) -> Cells.greater(in[0], in[1], out), X, Y),
            cell("Less", "The smaller of both.", (in, n, out) -> Cells.less(in[0], in[1], out), X, Y),
            cell(
                    "Clip",
                    "x, but not below low and not above high.",
                    (in, n, out) -> Cells.clip(in[0], n[0], n[1], out),
                    X,
                    number("low", -HUGE, HUGE),
                    number("high", -HUGE, HUGE)),
            cell(
                            "Fill",
                            "x, or the number where x is unknown.",
                            (in, n, out) -> Cells.fill(in[0], n[0], out),
                            X,
                            number("number", -HUGE, HUGE))
                    .bearing(),
            comparison("Gt", ">", "x above y; no when either is unknown.", Conditions::gt),
            comparison("Ge", ">=", "x at least y; no when either is unknown.", Conditions::ge),
            comparison("Lt", "<", "x below y; no when either is unknown.", Conditions::lt),
            comparison("Le", "<=", "x at most y; no when either is unknown.", Conditions::le),
            comparison("Eq", "==", "x equal to y; no when either is unknown.", Conditions::eq),
            comparison("Ne", "!=", "x not equal to y; yes when either is unknown.", Conditions::ne),
            cell(
                            "And",
                            "Yes when both are.",
                            (in, n, out) -> Conditions.and(in[0], in[1], out),
                            condition("a"),
                            condition("b"))
                    .infix("&")
                    .asCondition(),
            cell(
                            "Or",
                            "Yes when at least one is.",
                            (in, n, out) -> Conditions.or(in[0], in[1], out),
                            condition("a"),
                            condition("b"))
                    .infix("|")
                    .asCondition(),
            cell("Not", "Yes when a is not.", (in, n, out) -> Conditions.not(in[0], out), condition("a"))
                    .infix("!")
                    .asCondition(),
            cell("IsNull", "Yes when x is unknown.", (in, n, out) -> Conditions.unknown(in[0], out), X)
                    .asCondition(),
            cell(
                            "If",
                            "x when the condition holds, else y.",
                            (in, n, out) -> Conditions.choose(in[0], in[1], in[2], out),
                            condition("condition"),
                            X,
                            Y)
                    .bearing());

    private CellTable() {}

    private interface Comparison {
        void run(double[] a, double[] b, double[] out);
    }

    private static Definition comparison(String id, String infix, String help, Comparison kernel) {
        return cell(id, help, (in, n, out) -> kernel.run(in[0], in[1], out), X, Y)
                .infix(infix)
                .asCondition();
    }
}

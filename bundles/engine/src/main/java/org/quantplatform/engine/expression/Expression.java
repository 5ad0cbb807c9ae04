package org.quantplatform.engine.expression;

import java.util.List;
import java.util.SortedSet;
import org.quantplatform.model.Field;

/**
 * A formula that gives a number per asset and day, such as {@code Mean($close, 20) / $close - 1}. {@code $name} is a field
 * of the panel, {@link Operators} lists what may be called; names, and which values a window holds, follow qlib. A number
 * that is unknown or not finite is NaN; a condition gives 1 or 0. Nothing can look ahead.
 */
public final class Expression {

    /** Longest text, in characters. */
    public static final int MAX_LENGTH = 4000;

    /** Each holds a number for every asset and day while it is in use. */
    private static final int MAX_MATRICES = 8;

    private final String text;
    private final Node root;

    private Expression(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /** @throws ExpressionException when it means nothing, is too long, too deep, too large or looks back too far */
    public static Expression parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionException("longer than " + MAX_LENGTH + " characters", MAX_LENGTH + 1);
        }
        if (text.isBlank()) {
            throw new ExpressionException("an empty expression", 1);
        }
        Node root = new Parser(text, new Graph()).parse();
        if (root.isNumber()) {
            throw new ExpressionException("the same number for all", 1, "use at least one field, as $close");
        }
        if (Plan.of(List.of(root)).matrices() > MAX_MATRICES) {
            throw new ExpressionException(
                    "more than " + MAX_MATRICES + " intermediate results of all assets",
                    1,
                    "use fewer operators across assets");
        }
        return new Expression(text, root);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Without infix signs and blanks; equal for expressions that are the same but for their spelling. */
    public String canonical() {
        return root.text();
    }

    public SortedSet<Field> fields() {
        return root.fields();
    }

    /** Days that a value looks at, its own included; of an exponential mean as many as weigh more than a millionth. */
    public int history() {
        return root.history();
    }

    /** True when the value of an asset depends on others. */
    public boolean isAcrossAssets() {
        return root.stage() > 0;
    }

    Node root() {
        return root;
    }

    @Override
    public String toString() {
        return text;
    }
}

package org.quantplatform.engine.expression;

/** An expression that means nothing; the message says what is wrong, where, and what may have been meant. */
public final class ExpressionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    ExpressionException(String reason, int position, String hint) {
        super(reason + " at " + position + (hint.isEmpty() ? "" : "; " + hint));
        this.position = position;
    }

    ExpressionException(String reason, int position) {
        this(reason, position, "");
    }

    /** Number of the character, from 1, at which the wrong part starts. */
    public int position() {
        return position;
    }
}

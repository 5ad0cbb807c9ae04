package org.quantplatform.engine.expression;

/** @param position number of its first character, from 1 */
record Token(Type type, String text, int position) {

    enum Type {
        NUMBER,
        FIELD,
        NAME,
        SIGN,
        END
    }

    boolean is(String sign) {
        return type == Type.SIGN && text.equals(sign);
    }

    /** For messages. */
    String shown() {
        return type == Type.END ? "the end" : "'" + text + "'";
    }
}

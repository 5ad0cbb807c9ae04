package org.quantplatform.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into tokens. */
final class Lexer {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*+(?:(?<number>(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)"
                    + "|(?<field>\\$\\w*+)|(?<name>[A-Za-z]\\w*+)|(?<sign>\\*\\*|[<>=!]=|[-+*/<>!&|(),]))");

    private Lexer() {}

    /** The last token is the end. */
    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                int wrong = firstNonBlank(text, at);
                if (wrong == text.length()) {
                    break;
                }
                throw new ExpressionException("unexpected " + shown(text, wrong), wrong + 1);
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Token.Type.END, "", text.length() + 1));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("number") != null) {
            return new Token(Token.Type.NUMBER, matcher.group("number"), matcher.start("number") + 1);
        }
        if (matcher.group("field") != null) {
            return new Token(Token.Type.FIELD, matcher.group("field"), matcher.start("field") + 1);
        }
        if (matcher.group("name") != null) {
            return new Token(Token.Type.NAME, matcher.group("name"), matcher.start("name") + 1);
        }
        return new Token(Token.Type.SIGN, matcher.group("sign"), matcher.start("sign") + 1);
    }

    private static int firstNonBlank(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String shown(String text, int at) {
        int code = text.codePointAt(at);
        return code < ' ' ? "control character " + code : "'" + Character.toString(code) + "'";
    }
}

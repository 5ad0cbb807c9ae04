package org.quantplatform.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quantplatform.model.Field;

/** Recursive descent; {@code |} binds least, then {@code &}, comparisons, sums, products, signs, powers. */
final class Parser {

    private static final int MAX_DEPTH = 100;
    private static final Set<String> COMPARISONS = Set.of(">", ">=", "<", "<=", "==", "!=");
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("|", "Or"),
            Map.entry("&", "And"),
            Map.entry(">", "Gt"),
            Map.entry(">=", "Ge"),
            Map.entry("<", "Lt"),
            Map.entry("<=", "Le"),
            Map.entry("==", "Eq"),
            Map.entry("!=", "Ne"),
            Map.entry("+", "Add"),
            Map.entry("-", "Sub"),
            Map.entry("*", "Mul"),
            Map.entry("/", "Div"),
            Map.entry("**", "Power"));

    private final List<Token> tokens;
    private final Calls calls;
    private int next;
    private int depth;

    Parser(String text, Graph graph) {
        this.tokens = Lexer.tokens(text);
        this.calls = new Calls(graph);
    }

    Node parse() {
        Part whole = disjunction();
        if (peek().type() != Token.Type.END) {
            throw new ExpressionException(
                    "expected an operator sign or the end, found " + peek().shown(), peek().position());
        }
        return whole.node();
    }

    private Part disjunction() {
        enter();
        Part left = conjunction();
        while (peek().is("|")) {
            left = infix(left, take(), conjunction());
        }
        depth--;
        return left;
    }

    private Part conjunction() {
        Part left = comparison();
        while (peek().is("&")) {
            left = infix(left, take(), comparison());
        }
        return left;
    }

    private Part comparison() {
        Part left = sum();
        if (!isComparison(peek())) {
            return left;
        }
        Part compared = infix(left, take(), sum());
        if (isComparison(peek())) {
            throw new ExpressionException(
                    "a comparison of a comparison", peek().position(), "join two comparisons with &");
        }
        return compared;
    }

    private static boolean isComparison(Token token) {
        return token.type() == Token.Type.SIGN && COMPARISONS.contains(token.text());
    }

    private Part sum() {
        Part left = product();
        while (peek().is("+") || peek().is("-")) {
            left = infix(left, take(), product());
        }
        return left;
    }

    private Part product() {
        Part left = signed();
        while (peek().is("*") || peek().is("/")) {
            left = infix(left, take(), signed());
        }
        return left;
    }

    private Part signed() {
        enter();
        Part part = afterSigns();
        depth--;
        return part;
    }

    private Part afterSigns() {
        if (peek().is("-")) {
            Token sign = take();
            return calls.call("Sub", sign.position(), List.of(calls.number(0, sign.position()), signed()));
        }
        if (peek().is("!")) {
            Token sign = take();
            return calls.call("Not", sign.position(), List.of(signed()));
        }
        return power();
    }

    private Part power() {
        Part base = atom();
        return peek().is("**") ? infix(base, take(), signed()) : base;
    }

    private Part atom() {
        Token token = take();
        return switch (token.type()) {
            case NUMBER -> calls.number(Double.parseDouble(token.text()), token.position());
            case FIELD -> calls.field(token);
            case NAME -> call(token);
            case SIGN, END -> {
                if (!token.is("(")) {
                    throw new ExpressionException(
                            "expected a number, a $field, an operator or '(', found " + token.shown(),
                            token.position());
                }
                Part inner = disjunction();
                expect(")");
                yield inner;
            }
        };
    }

    private Part call(Token name) {
        if (!peek().is("(")) {
            throw new ExpressionException(
                    "'" + name.text() + "' without arguments",
                    name.position(),
                    Operators.find(name.text())
                            .map(found -> "it is written " + found.operator().usage())
                            .orElse("fields start with $, as $" + name.text().toLowerCase(Locale.ROOT)));
        }
        calls.check(name);
        take();
        List<Part> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(disjunction());
            while (peek().is(",")) {
                take();
                arguments.add(disjunction());
            }
        }
        expect(")");
        return calls.call(name.text(), name.position(), arguments);
    }

    private Part infix(Part left, Token sign, Part right) {
        return calls.call(IDS.get(sign.text()), left.position(), List.of(left, right));
    }

    private void expect(String sign) {
        Token token = take();
        if (!token.is(sign)) {
            throw new ExpressionException("expected '" + sign + "', found " + token.shown(), token.position());
        }
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException("nested deeper than " + MAX_DEPTH, peek().position());
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** A parsed part, and where it starts. */
    record Part(Node node, int position) {}

    static Field field(String name, int position) {
        try {
            return Field.of(name);
        } catch (IllegalArgumentException e) {
            throw new ExpressionException("'$" + name + "' is no name of a field", position);
        }
    }
}

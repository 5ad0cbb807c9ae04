package org.quantplatform.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quantplatform.engine.expression.Parser.Part;
import org.quantplatform.model.Field;

/** Checks the number and kinds of arguments and makes the parts of the graph. */
final class Calls {

    private static final int MAX_HISTORY = 10_000;
    private static final int MAX_PARTS = 500;

    private final Graph graph;

    Calls(Graph graph) {
        this.graph = graph;
    }

    Part number(double number, int position) {
        if (Double.isInfinite(number)) {
            throw new ExpressionException("a number that is too large", position);
        }
        return new Part(graph.number(number), position);
    }

    /** {@code $vwap} is the typical price, as for fills at the day's average. */
    Part field(Token token) {
        String name = token.text().substring(1);
        if (!name.equals("vwap")) {
            return new Part(graph.field(Parser.field(name, token.position())), token.position());
        }
        Node highAndLow = graph.call(Operators.get("Add"), List.of(graph.field(Field.HIGH), graph.field(Field.LOW)));
        Node sum = graph.call(Operators.get("Add"), List.of(highAndLow, graph.field(Field.CLOSE)));
        return new Part(graph.call(Operators.get("Div"), List.of(sum, graph.number(3))), token.position());
    }

    /** Refuses a name that is no operator. */
    void check(Token name) {
        if (Operators.find(name.text()).isEmpty()) {
            throw new ExpressionException(
                    "unknown operator '" + name.text() + "'",
                    name.position(),
                    Suggestions.forWord(name.text(), Operators.ids()));
        }
    }

    Part call(String id, int position, List<Part> arguments) {
        Definition definition = Operators.get(id);
        List<Argument> declared = definition.operator().arguments();
        if (arguments.size() != declared.size()) {
            throw wrongCount(definition.operator(), position, arguments.size());
        }
        List<Node> columns = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).isColumn()) {
                columns.add(column(definition.operator(), declared.get(i), arguments.get(i)));
            } else {
                numbers.add(constant(definition.operator(), declared.get(i), arguments.get(i)));
            }
        }
        checkOrder(definition.operator(), numbers, position);
        double[] constants = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        return new Part(make(definition, columns, constants, position), position);
    }

    private Node make(Definition definition, List<Node> columns, double[] constants, int position) {
        if (columns.stream().allMatch(Node::isNumber)) {
            return fold(definition, columns, constants, position);
        }
        Node node = graph.call(definition, columns, constants);
        if (node.history() > MAX_HISTORY) {
            throw new ExpressionException(
                    "looks back " + node.history() + " days, allowed are " + MAX_HISTORY, position);
        }
        if (graph.size() > MAX_PARTS) {
            throw new ExpressionException("more than " + MAX_PARTS + " parts", position);
        }
        return node;
    }

    private Node fold(Definition definition, List<Node> columns, double[] constants, int position) {
        if (definition.operator().result() == Kind.BOOLEAN) {
            throw new ExpressionException(
                    "only numbers are compared", position, "one side must be a series, as $close");
        }
        double[][] in = columns.stream().map(Node::numbers).toArray(double[][]::new);
        double[] out = new double[1];
        definition.column().run(in, constants, out);
        if (Double.isNaN(out[0])) {
            throw new ExpressionException(definition.id() + " of these numbers is not defined", position);
        }
        return graph.number(out[0]);
    }

    private static Node column(Operator operator, Argument argument, Part part) {
        Kind kind = part.node().kind();
        if (argument.type() == Argument.Type.BOOLEAN && kind != Kind.BOOLEAN) {
            throw new ExpressionException(
                    operator.usage() + " needs a condition as " + argument.name() + ", found a "
                            + kind.name().toLowerCase(java.util.Locale.ROOT),
                    part.position(),
                    "compare it with something, as $close > 0");
        }
        if (kind == Kind.NUMBER && operator.scope() != Scope.CELL) {
            throw new ExpressionException(
                    operator.usage() + " needs a series as " + argument.name() + ", found a number", part.position());
        }
        return part.node();
    }

    private static double constant(Operator operator, Argument argument, Part part) {
        if (!part.node().isNumber()) {
            throw new ExpressionException(
                    operator.usage() + " needs a number as " + argument.name() + ", found a column", part.position());
        }
        double number = part.node().numbers()[0];
        boolean days = argument.type() == Argument.Type.DAYS;
        if (number < argument.min() || number > argument.max() || days && number != Math.rint(number)) {
            boolean ahead = days && number < 0;
            throw new ExpressionException(
                    operator.usage() + (ahead ? " would look ahead: " : " needs ") + argument.name()
                            + (ahead ? " must be " : " of ") + range(argument) + ", was " + shown(number),
                    part.position());
        }
        return number;
    }

    private static void checkOrder(Operator operator, List<Double> numbers, int position) {
        if (operator.id().equals("Clip") && numbers.get(0) > numbers.get(1)) {
            throw new ExpressionException("Clip needs low not above high", position);
        }
    }

    private static ExpressionException wrongCount(Operator operator, int position, int count) {
        Optional<Operator> across = Operators.find("CS" + operator.id())
                .map(Definition::operator)
                .filter(other -> other.arguments().size() == count);
        return new ExpressionException(
                operator.usage() + " needs " + operator.arguments().size()
                        + (operator.arguments().size() == 1 ? " argument" : " arguments") + ", found " + count,
                position,
                across.map(other -> "across assets it is " + other.usage()).orElse(""));
    }

    private static String range(Argument argument) {
        return shown(argument.min()) + " to " + shown(argument.max())
                + (argument.type() == Argument.Type.DAYS ? " (whole days)" : "");
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}

package org.quantplatform.engine.expression;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.quantplatform.model.Field;

/** A part of an expression; parts that say the same are one object within a {@link Graph}. */
final class Node {

    private final Kind kind;
    private final Optional<Field> field;
    private final Optional<Definition> definition;
    private final List<Node> inputs;
    private final double[] numbers;
    private final String text;
    private final int history;
    private final int stage;

    private Node(
            Kind kind, Optional<Field> field, Optional<Definition> definition, List<Node> inputs, double[] numbers) {
        this.kind = kind;
        this.field = field;
        this.definition = definition;
        this.inputs = inputs;
        this.numbers = numbers;
        this.text = write();
        int reach = definition.map(d -> d.reach(numbers)).orElse(0);
        this.history = reach + inputs.stream().mapToInt(Node::history).max().orElse(1);
        this.stage = inputs.stream().mapToInt(Node::stage).max().orElse(0) + (isAcross() ? 1 : 0);
    }

    static Node of(Field field) {
        return new Node(Kind.SERIES, Optional.of(field), Optional.empty(), List.of(), new double[0]);
    }

    static Node of(double number) {
        return new Node(Kind.NUMBER, Optional.empty(), Optional.empty(), List.of(), new double[] {number});
    }

    static Node of(Definition definition, List<Node> inputs, double... numbers) {
        return new Node(
                definition.operator().result(),
                Optional.empty(),
                Optional.of(definition),
                List.copyOf(inputs),
                numbers);
    }

    private String write() {
        if (field.isPresent()) {
            return "$" + field.get().name();
        }
        if (definition.isEmpty()) {
            return Double.toString(numbers[0]);
        }
        return Stream.concat(
                        inputs.stream().map(Node::text),
                        DoubleStream.of(numbers).mapToObj(Double::toString))
                .collect(Collectors.joining(",", definition.get().id() + "(", ")"));
    }

    Kind kind() {
        return kind;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isAcross() {
        return definition.isPresent() && definition.get().operator().scope() == Scope.DAY;
    }

    Optional<Field> field() {
        return field;
    }

    /** Of an operator's node only. */
    Definition definition() {
        return definition.orElseThrow();
    }

    boolean isLeaf() {
        return definition.isEmpty();
    }

    List<Node> inputs() {
        return inputs;
    }

    /** The operator's arguments that are no columns; the value itself of a number. */
    double[] numbers() {
        return numbers;
    }

    /** Written with operators only; equal for parts that say the same. */
    String text() {
        return text;
    }

    /** Days looked at, the day itself included. */
    int history() {
        return history;
    }

    /** How many times values have to be brought together across assets before this one is known. */
    int stage() {
        return stage;
    }

    SortedSet<Field> fields() {
        SortedSet<Field> fields = new TreeSet<>();
        field.ifPresent(fields::add);
        inputs.forEach(input -> fields.addAll(input.fields()));
        return fields;
    }
}

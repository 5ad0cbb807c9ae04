package org.quantplatform.engine.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.model.Field;

/** Makes each part once, however often it is said. */
final class Graph {

    private final Map<String, Node> nodes = new HashMap<>();

    Node field(Field field) {
        return once(Node.of(field));
    }

    Node number(double number) {
        return once(Node.of(number));
    }

    Node call(Definition definition, List<Node> inputs, double... numbers) {
        return once(Node.of(definition, inputs, numbers));
    }

    /** The same part, made of this graph's parts. */
    Node adopt(Node node) {
        Node known = nodes.get(node.text());
        if (known != null) {
            return known;
        }
        return node.isLeaf()
                ? once(node)
                : call(
                        node.definition(),
                        node.inputs().stream().map(this::adopt).toList(),
                        node.numbers());
    }

    int size() {
        return nodes.size();
    }

    private Node once(Node node) {
        return nodes.computeIfAbsent(node.text(), text -> node);
    }
}

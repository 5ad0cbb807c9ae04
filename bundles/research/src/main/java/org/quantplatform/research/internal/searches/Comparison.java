package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quantplatform.research.internal.searches.Combinations.Axis;

/** A condition between two paths of a space, or a path and a number. */
final class Comparison {

    private static final Pattern FORM = Pattern.compile("\\s*(\\S+?)\\s*(<=|>=|==|!=|<|>)\\s*(\\S+)\\s*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?([eE]-?[0-9]{1,2})?");

    private final Operand left;
    private final String operator;
    private final Operand right;

    private Comparison(Operand left, String operator, Operand right) {
        this.left = left;
        this.operator = operator;
        this.right = right;
    }

    /** Reads one side. */
    private interface Operand {

        double of(Map<SpacePath, Object> values);
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Comparison parse(String text, List<Axis> axes) {
        Matcher parts = FORM.matcher(text);
        if (text.length() > 500 || !parts.matches()) {
            throw new IllegalArgumentException("must compare two sides by <, <=, >, >=, == or !=, such as fast < slow");
        }
        return new Comparison(operand(parts.group(1), axes), parts.group(2), operand(parts.group(3), axes));
    }

    boolean holds(Map<SpacePath, Object> values) {
        double a = left.of(values);
        double b = right.of(values);
        return switch (operator) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            default -> a != b;
        };
    }

    private static Operand operand(String text, List<Axis> axes) {
        if (NUMBER.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            return values -> number;
        }
        SpacePath path = path(text, axes);
        return values -> ((Number) values.get(path)).doubleValue();
    }

    private static SpacePath path(String text, List<Axis> axes) {
        List<Axis> found = new ArrayList<>();
        for (Axis axis : axes) {
            SpacePath path = axis.path();
            if (path.name().equals(text) || path.document().equals(text)) {
                found = List.of(axis);
                break;
            }
            if (path.lastName().equals(text)) {
                found.add(axis);
            }
        }
        if (found.size() != 1) {
            String known = axes.stream().map(axis -> axis.path().name()).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "'" + text + "' is " + (found.isEmpty() ? "no" : "more than one") + " path of the space: " + known);
        }
        if (!found.get(0).values().stream().allMatch(Number.class::isInstance)) {
            throw new IllegalArgumentException("'" + text + "' has values that are no numbers");
        }
        return found.get(0).path();
    }
}

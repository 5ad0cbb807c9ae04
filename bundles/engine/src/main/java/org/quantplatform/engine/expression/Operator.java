package org.quantplatform.engine.expression;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an expression may call.
 *
 * @param infix the sign that may stand between or before the arguments instead; empty for none
 * @param help one sentence: formula and what is special about unknown values
 */
public record Operator(String id, List<Argument> arguments, Kind result, Scope scope, String infix, String help) {

    public Operator {
        arguments = List.copyOf(arguments);
    }

    /** As it is written, such as {@code Mean(x, days)}. */
    public String usage() {
        return arguments.stream().map(Argument::name).collect(Collectors.joining(", ", id + "(", ")"));
    }
}

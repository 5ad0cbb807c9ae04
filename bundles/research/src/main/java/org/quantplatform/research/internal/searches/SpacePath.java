package org.quantplatform.research.internal.searches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a backtest request that a search may vary.
 *
 * @param name as users write it, without {@code strategy.}
 * @param document the same from the top of the request, as errors name it
 */
record SpacePath(String name, String document) implements Comparable<SpacePath> {

    private static final String STRATEGY = "strategy.";
    private static final Pattern STEP = Pattern.compile("([a-z][a-z0-9_]*)(?:\\[([0-9]{1,3})])?");
    private static final Pattern OF_STRATEGY =
            Pattern.compile("parameters\\.[^.]+|factors\\[[0-9]+]\\.(weight|parameters\\.[^.]+)|constraints\\.[^.]+"
                    + "|optimizer\\.parameters\\.[^.]+|rebalance_frequency");
    private static final Pattern OF_RUN =
            Pattern.compile("initial_capital|costs\\.[^.]+(\\.[^.]+)?|(execution|financing|dividends)\\.[^.]+");
    private static final Set<String> NOT_VARIED = Set.of("costs.profile", "costs.taxes");

    /** @throws IllegalArgumentException saying what may be varied */
    static SpacePath parse(String text) {
        String name = text.startsWith(STRATEGY) ? text.substring(STRATEGY.length()) : text;
        boolean steps = Arrays.stream(name.split("\\.", -1))
                .allMatch(step -> STEP.matcher(step).matches());
        if (steps && OF_STRATEGY.matcher(name).matches()) {
            return new SpacePath(name, STRATEGY + name);
        }
        boolean ofRun = text.equals(name) && OF_RUN.matcher(name).matches() && !NOT_VARIED.contains(name);
        if (steps && ofRun) {
            return new SpacePath(name, name);
        }
        throw new IllegalArgumentException(
                "cannot be varied; what can is parameters.NAME, factors[0].weight, factors[0].parameters.NAME,"
                        + " optimizer.parameters.NAME, constraints.NAME, rebalance_frequency, initial_capital, and members of"
                        + " costs, execution, financing and dividends");
    }

    String lastName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** True when the scores of factors depend on it. */
    boolean ofFactor() {
        return name.startsWith("factors[") && name.contains("].parameters.");
    }

    /**
     * Puts a value there.
     *
     * @throws IllegalArgumentException when the request has no such place
     */
    void set(ObjectNode request, JsonNode value) {
        List<String> steps = List.of(document.split("\\."));
        ObjectNode at = request;
        for (String step : steps.subList(0, steps.size() - 1)) {
            at = inside(at, step);
        }
        at.set(steps.get(steps.size() - 1), value);
    }

    private ObjectNode inside(ObjectNode parent, String step) {
        Matcher parts = STEP.matcher(step);
        if (!parts.matches()) {
            throw new IllegalStateException(name);
        }
        JsonNode child = parent.get(parts.group(1));
        if (parts.group(2) != null) {
            return element(child, Integer.parseInt(parts.group(2)));
        }
        return child instanceof ObjectNode object ? object : parent.putObject(step);
    }

    private ObjectNode element(JsonNode list, int index) {
        if (list instanceof ArrayNode array && array.get(index) instanceof ObjectNode object) {
            return object;
        }
        int count = list == null ? 0 : list.size();
        throw new IllegalArgumentException("the run has " + count + " factors, counted from 0");
    }

    @Override
    public int compareTo(SpacePath other) {
        return name.compareTo(other.name);
    }
}

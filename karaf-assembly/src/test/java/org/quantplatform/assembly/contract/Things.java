package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.quantplatform.assembly.contract.ApiDocument.Operation;

/** Which things there are, by the routes that lead to them: some that stay, and some that were made on the way. */
public final class Things {

    private static final List<String> IDS = List.of(
            "/backtest_id",
            "/search_id",
            "/analysis_id",
            "/import_id",
            "/check_id",
            "/update_id",
            "/schedule_id",
            "/scores_id",
            "/share_id",
            "/key/id",
            "/id");

    private final Map<String, List<String>> staying = new HashMap<>();
    private final Map<String, List<String>> made = new HashMap<>();

    /**
     * @param parameter a path up to and with a parameter, such as {@code /strategies/{id}}
     * @param value that leads to a thing which must stay
     */
    public Things stays(String parameter, String value) {
        staying.computeIfAbsent(parameter, key -> new ArrayList<>()).add(value);
        return this;
    }

    /** Remembers what an answer says was made. */
    void learn(Operation operation, JsonNode answer) {
        String parameter = madeBy(operation);
        made(answer).ifPresent(id -> made.computeIfAbsent(parameter, key -> new ArrayList<>())
                .add(id));
    }

    /** The id of what an answer says was made. */
    static Optional<String> made(JsonNode answer) {
        return IDS.stream()
                .map(answer::at)
                .filter(JsonNode::isValueNode)
                .findFirst()
                .map(JsonNode::asText);
    }

    private static String madeBy(Operation operation) {
        return switch (operation.path()) {
            case "/factors/analyze" -> "/factors/analyses/{id}";
            case "/factors/{id}/scores" -> "/factors/{id}/score-sets/{scores_id}";
            case "/backtest/{id}/reproduce" -> "/backtest/{id}";
            case "/backtest/{id}/share", "/strategies/{id}/share" -> "/shares/{share_id}";
            case "/data/import", "/data/check", "/data/update" -> operation.path() + "s/{id}";
            default -> operation.path() + "/{id}";
        };
    }

    /** A value for a parameter of a path; what is removed is never a thing that must stay. */
    String value(Operation operation, String name, SplittableRandom random) {
        String path = operation.path();
        String parameter = path.substring(0, path.indexOf("{" + name + "}") + name.length() + 2);
        List<String> old = staying.getOrDefault(parameter, List.of());
        List<String> fresh = made.getOrDefault(parameter, List.of());
        boolean removes = operation.method().equals("DELETE") && path.endsWith("{" + name + "}");
        if (!old.isEmpty() && !removes && (fresh.isEmpty() || random.nextInt(10) < 7)) {
            return old.get(random.nextInt(old.size()));
        }
        return fresh.isEmpty() ? "none" : fresh.get(random.nextInt(fresh.size()));
    }
}

package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Values that a schema allows; names of members tell what the platform would know. */
final class Samples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final List<String> DATES = List.of("2020-01-02", "2020-06-30", "2021-03-31", "2022-12-30");
    private static final List<String> WORDS = List.of("alpha", "Beta 2", "gamma_3", "\u00e4nd-\u65e5\u672c");
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("market", List.of("US", "KR", "JP", "US")),
            Map.entry("ticker", List.of("SYNUS-COM03", "SYNUS-COM05", "NONE")),
            Map.entry("tickers", List.of("SYNUS-COM03", "SYNUS-DIS02", "SYNUS-ENE07")),
            Map.entry("factor", List.of("momentum", "low-volatility", "value")),
            Map.entry("plugin", List.of("factor-rank", "sma-cross", "momentum")),
            Map.entry("currency", List.of("USD", "KRW")),
            Map.entry("role", List.of("viewer", "user", "analyst")),
            Map.entry("username", List.of("spare", "bob", "nobody")),
            Map.entry("source", List.of("csv", "demo", "yfinance")),
            Map.entry("sources", List.of("yfinance", "polygon")),
            Map.entry("scopes", List.of("data_read", "strategy_read")),
            Map.entry("objective", List.of("sharpe_ratio", "total_return")),
            Map.entry("expression", List.of("$close", "Mean($close, 20) / $close")));

    private final ApiDocument api;
    private final SplittableRandom random;

    Samples(ApiDocument api, SplittableRandom random) {
        this.api = api;
        this.random = random;
    }

    /** @param name of the member or parameter that the value is for */
    JsonNode of(String name, JsonNode stated) {
        return of(name, stated, 0);
    }

    private JsonNode of(String name, JsonNode stated, int depth) {
        JsonNode schema = api.resolve(stated);
        for (String choice : List.of("oneOf", "allOf")) {
            if (schema.has(choice)) {
                return of(name, one(schema.get(choice)), depth);
            }
        }
        if (schema.has("enum")) {
            return one(schema.get("enum"));
        }
        if (schema.has("example") && random.nextBoolean()) {
            return schema.get("example");
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(random.nextInt(5) == 0 ? whole(schema) : random.nextInt(1000) / 1000.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(name, schema, depth);
            case "object" -> object(schema, depth);
            case "string" -> JSON.textNode(text(name, schema.path("format").asText()));
            default -> JSON.numberNode(random.nextInt(60));
        };
    }

    private long whole(JsonNode schema) {
        long from = schema.path("minimum").asLong(1);
        long to = schema.path("maximum").asLong(from + 30);
        return from >= to ? from : random.nextLong(from, Math.min(to, from + 1000) + 1);
    }

    private String text(String name, String format) {
        List<String> choices =
                switch (format) {
                    case "date" -> DATES;
                    case "date-time" -> List.of("2020-01-02T00:00:00Z", "2026-11-28T12:00:00Z");
                    case "time" -> List.of("09:30:00");
                    default -> KNOWN.getOrDefault(name, WORDS);
                };
        return choices.get(random.nextInt(choices.size()));
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = depth > DEEPEST ? 0 : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(of(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new java.util.ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(member -> {
            boolean wanted = required.contains(member.getKey()) || depth <= DEEPEST && random.nextInt(10) < 3;
            if (wanted) {
                object.set(member.getKey(), of(member.getKey(), member.getValue(), depth + 1));
            }
        });
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject() && depth <= DEEPEST) {
            List<String> names = List.of("momentum", "top", "lookback", "x");
            for (int i = random.nextInt(3); i > 0; i--) {
                object.set(names.get(random.nextInt(names.size())), of("", others, depth + 1));
            }
        }
        return object;
    }

    private JsonNode one(JsonNode choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

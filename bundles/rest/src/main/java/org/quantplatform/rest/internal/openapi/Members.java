package org.quantplatform.rest.internal.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which members of a schema are always there, and which may be null. What a caller sends may leave lists and maps out, must
 * not leave out what {@link #DEMANDED} names, and has no other members.
 */
final class Members {

    /** Members that may be null in the record, so that their absence is refused by name with all other faults. */
    private static final Map<String, List<String>> DEMANDED = Map.of(
            "AnalysisRequest", List.of("factors", "start_date", "end_date"),
            "BacktestRequest", List.of("start_date", "end_date"),
            "ExpressionDefinition", List.of("name", "expression"),
            "LoginRequest", List.of("password"),
            "RoleChange", List.of("role"),
            "SearchRequest", List.of("backtest", "space"),
            "StrategyDefinition", List.of("name"));

    private final Map<String, Schema<?>> schemas;
    private final Set<String> requests = new HashSet<>();

    private Members(Map<String, Schema<?>> schemas) {
        this.schemas = schemas;
    }

    static void complete(OpenAPI api, Map<String, Schema<?>> schemas, Map<String, Class<?>> records) {
        Members members = new Members(schemas);
        members.collectRequests(api);
        schemas.forEach((name, schema) -> {
            Class<?> type = records.get(name);
            if (type != null && schema.getProperties() != null) {
                members.complete(name, schema, type);
            }
        });
    }

    private void complete(String name, Schema<?> schema, Class<?> type) {
        Set<String> nullable = Nullness.nullableMembers(type);
        boolean sent = requests.contains(name);
        if (sent) {
            schema.setAdditionalProperties(false);
        }
        for (RecordComponent member : type.getRecordComponents()) {
            String json = RecordSchemas.name(member);
            boolean mayBeNull = nullable.contains(member.getName());
            boolean hasDefault = sent && isContainer(member.getType());
            if (!mayBeNull && !hasDefault) {
                schema.addRequiredItem(json);
            }
            if (mayBeNull || member.getType() == double.class) {
                // what is not a number is written as null
                schema.getProperties().computeIfPresent(json, (key, plain) -> nullable(plain));
            }
        }
        DEMANDED.getOrDefault(name, List.of()).stream()
                .filter(json ->
                        schema.getRequired() == null || !schema.getRequired().contains(json))
                .forEach(schema::addRequiredItem);
    }

    private static boolean isContainer(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) || type.isArray();
    }

    /** Beside a reference nothing else counts, so that it is wrapped. */
    private static Schema<?> nullable(Schema<?> plain) {
        if (plain.get$ref() == null) {
            plain.setNullable(true);
            return plain;
        }
        Schema<?> wrapped = new ComposedSchema().allOf(List.of(plain));
        wrapped.setNullable(true);
        return wrapped;
    }

    private void collectRequests(OpenAPI api) {
        Deque<Schema<?>> open = new ArrayDeque<>();
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(content -> open.add(content.getSchema()));
        while (!open.isEmpty()) {
            Schema<?> schema = open.pop();
            String reference = schema.get$ref();
            if (reference == null) {
                parts(schema).forEach(open::add);
                continue;
            }
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (requests.add(name) && schemas.containsKey(name)) {
                open.add(schemas.get(name));
            }
        }
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        Stream<Schema<?>> properties = schema.getProperties() == null
                ? Stream.of()
                : schema.getProperties().values().stream().map(Members::plain);
        Stream<Schema<?>> choices = schema.getOneOf() == null
                ? Stream.of()
                : schema.getOneOf().stream().map(Members::plain);
        Stream<Schema<?>> values =
                schema.getAdditionalProperties() instanceof Schema<?> value ? Stream.of(value) : Stream.of();
        Stream<Schema<?>> items = schema.getItems() == null ? Stream.of() : Stream.of(schema.getItems());
        return Stream.of(properties, choices, values, items).flatMap(part -> part);
    }

    private static Schema<?> plain(Schema<?> schema) {
        return schema;
    }
}

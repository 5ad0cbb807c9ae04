package org.quantplatform.rest.internal.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.api.searches.Dimension;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rebalance;
import org.quantplatform.rest.internal.http.Documents;

/** Schemas of what the JSON module writes in a form of its own. */
final class RecordSchemas implements ModelConverter {

    /** What the description of a schema says whose values may be of any type. */
    static final String ANYTHING = "any JSON value";

    private static final String DEFAULT = "defaultValue";

    private final Map<String, Class<?>> records = new TreeMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        Class<?> raw = java == null ? Object.class : java.getRawClass();
        if (raw.isRecord()) {
            keep(raw);
        }
        if (raw == Page.class) {
            return page(java.containedType(0), context);
        }
        if (raw.isEnum()) {
            return choices(raw);
        }
        if (raw == Object.class) {
            return new Schema<>().description(ANYTHING);
        }
        if (raw == Double.class) {
            return new NumberSchema().format("double").nullable(true);
        }
        if (List.class.isAssignableFrom(raw) && raw != List.class) {
            return rows(raw.getSimpleName(), context);
        }
        if (raw == LocalTime.class) {
            return new StringSchema().pattern("[0-9]{2}:[0-9]{2}:[0-9]{2}.*").example("09:30:00");
        }
        if (raw == double[].class) {
            return new ArraySchema().items(new NumberSchema().format("double").nullable(true));
        }
        if (raw == Rebalance.class) {
            return rebalance();
        }
        if (raw == Benchmark.class) {
            return benchmark();
        }
        if (raw == Dimension.class) {
            return dimension();
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private void keep(Class<?> record) {
        Class<?> before = records.put(SchemaNames.of(record), record);
        if (before != null && before != record) {
            throw new IllegalStateException(
                    before.getName() + " and " + record.getName() + " would be one schema; give one another name");
        }
    }

    /** As the JSON module names it. */
    static String name(RecordComponent member) {
        boolean renamed = member.getDeclaringRecord() == PluginParameter.class
                && member.getName().equals(DEFAULT);
        return renamed ? "default" : PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(member.getName());
    }

    /** The records that were met, by the name of their schema. */
    Map<String, Class<?>> records() {
        return records;
    }

    private static Schema<?> page(JavaType rows, ModelConverterContext context) {
        Schema<?> row = context.resolve(new AnnotatedType(rows).resolveAsRef(true));
        String plural = Documents.plural(rows.getRawClass());
        Schema<?> page = new ObjectSchema()
                .addProperty(plural, new ArraySchema().items(row))
                .addProperty("page", new IntegerSchema())
                .addProperty("limit", new IntegerSchema())
                .addProperty("total", new IntegerSchema().format("int64"))
                .addProperty("has_more", new BooleanSchema());
        page.setRequired(List.of(plural, "page", "limit", "total", "has_more"));
        return page;
    }

    /** A list with a name of its own, whose rows are objects. */
    private static Schema<?> rows(String name, ModelConverterContext context) {
        Schema<?> schema = new ArraySchema().items(new ObjectSchema()).name(name);
        context.defineModel(name, schema);
        return schema;
    }

    private static Schema<?> choices(Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .map(name -> type == Market.class ? name : name.toLowerCase(Locale.ROOT))
                .toList();
        StringSchema schema = new StringSchema();
        schema.setEnum(names);
        return schema;
    }

    private static Schema<?> rebalance() {
        Schema<?> drift = new NumberSchema()
                .exclusiveMinimum(true)
                .minimum(BigDecimal.ZERO)
                .maximum(BigDecimal.ONE);
        Schema<?> rule = new StringSchema()
                .pattern("(daily|weekly|month_end|quarter_end|every|threshold|band|drift|volatility)(_.+)?")
                .example("month_end");
        StringSchema to = new StringSchema();
        to.setEnum(List.of("target", "edge"));
        return new ComposedSchema()
                .oneOf(List.of(
                        rule,
                        object(Map.of("threshold", drift)),
                        object(Map.of("band", drift, "to", to)),
                        object(Map.of("drift", drift)),
                        object(Map.of("volatility", new NumberSchema(), "window", new IntegerSchema()))));
    }

    private static Schema<?> benchmark() {
        StringSchema equal = new StringSchema();
        equal.setEnum(List.of("equal_weight"));
        Schema<?> ticker = object(Map.of("market", choices(Market.class), "ticker", new StringSchema()));
        Schema<?> index = object(Map.of("index", new StringSchema()));
        return new ComposedSchema().oneOf(List.of(equal, ticker, index));
    }

    private static Schema<?> dimension() {
        Schema<?> range = new ObjectSchema()
                .addProperty("from", new NumberSchema())
                .addProperty("to", new NumberSchema())
                .addProperty("step", new NumberSchema());
        range.setRequired(List.of("from", "to"));
        Schema<?> value = new Schema<>().description(ANYTHING);
        return new ComposedSchema().oneOf(List.of(new ArraySchema().items(value), range));
    }

    private static Schema<?> object(Map<String, Schema<?>> members) {
        Schema<?> schema = new ObjectSchema();
        new TreeMap<>(members).forEach(schema::addProperty);
        schema.setRequired(members.keySet().stream().sorted().toList());
        schema.setAdditionalProperties(false);
        return schema;
    }
}

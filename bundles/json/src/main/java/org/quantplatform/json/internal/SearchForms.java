package org.quantplatform.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.searches.Dimension;

/** A dimension of a search is a list, or an object that tells a range. */
final class SearchForms {

    private static final Set<String> RANGE = Set.of("from", "to", "step");

    private SearchForms() {}

    static final class WriteDimension extends JsonSerializer<Dimension> {

        @Override
        public void serialize(Dimension value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.from() == null && value.to() == null) {
                provider.defaultSerializeValue(value.values(), json);
                return;
            }
            json.writeStartObject();
            provider.defaultSerializeField("from", value.from(), json);
            provider.defaultSerializeField("to", value.to(), json);
            provider.defaultSerializeField("step", value.step(), json);
            json.writeEndObject();
        }
    }

    static final class ReadDimension extends JsonDeserializer<Dimension> {

        @Override
        public Dimension deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(parser);
            if (node.isArray() && !hasNull(node)) {
                List<Object> values = new ArrayList<>();
                for (JsonNode each : node) {
                    values.add(context.readTreeAsValue(each, Object.class));
                }
                return new Dimension(values, null, null, null);
            }
            if (isRange(node)) {
                return new Dimension(null, number(node, "from"), number(node, "to"), number(node, "step"));
            }
            throw InvalidFormatException.from(
                    parser,
                    "must be a list of values without null, or {\"from\", \"to\", \"step\"} with numbers",
                    node,
                    Dimension.class);
        }

        private static boolean hasNull(JsonNode list) {
            for (JsonNode each : list) {
                if (each.isNull()) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isRange(JsonNode node) {
            if (!node.isObject()
                    || !node.path("from").isNumber()
                    || !node.path("to").isNumber()) {
                return false;
            }
            for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                JsonNode value = node.get(name);
                if (!RANGE.contains(name) || !value.isNumber() && !(name.equals("step") && value.isNull())) {
                    return false;
                }
            }
            return true;
        }

        private static @Nullable Double number(JsonNode node, String name) {
            JsonNode value = node.path(name);
            return value.isNumber() ? value.doubleValue() : null;
        }
    }
}

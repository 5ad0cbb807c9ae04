package org.quantplatform.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rebalance;

/** Types that are one word in the usual case and an object in the others. */
final class ShortForms {

    private ShortForms() {}

    static final class WriteRebalance extends JsonSerializer<Rebalance> {

        @Override
        public void serialize(Rebalance value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.kind() != Rebalance.Kind.THRESHOLD) {
                json.writeString(value.toString());
                return;
            }
            json.writeStartObject();
            json.writeNumberField("threshold", value.threshold());
            json.writeEndObject();
        }
    }

    static final class ReadRebalance extends JsonDeserializer<Rebalance> {

        @Override
        public Rebalance deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(parser);
            try {
                if (node.isTextual()) {
                    return Rebalance.parse(node.textValue());
                }
                Rebalance measured = node.isObject() ? measured(node) : null;
                if (measured != null) {
                    return measured;
                }
            } catch (IllegalArgumentException e) {
                throw InvalidFormatException.from(parser, e.getMessage(), node, Rebalance.class);
            }
            throw InvalidFormatException.from(
                    parser,
                    "must be daily, weekly, month_end, quarter_end, every_N, {\"threshold\": fraction}, {\"band\": fraction,"
                            + " \"to\": \"target\" or \"edge\"}, {\"drift\": fraction} or {\"volatility\": change, \"window\":"
                            + " bars}",
                    node,
                    Rebalance.class);
        }

        /** Null when the object is none of the forms. */
        private static @Nullable Rebalance measured(JsonNode node) {
            if (node.size() == 1 && node.path("threshold").isNumber()) {
                return Rebalance.threshold(node.get("threshold").doubleValue());
            }
            if (node.size() == 1 && node.path("drift").isNumber()) {
                return Rebalance.drift(node.get("drift").doubleValue());
            }
            String to = node.path("to").asText("target");
            boolean known = to.equals("target") || to.equals("edge");
            if (node.size() == (node.has("to") ? 2 : 1) && node.path("band").isNumber() && known) {
                return Rebalance.band(node.get("band").doubleValue(), to.equals("edge"));
            }
            int window = node.path("window").asInt(node.has("window") ? 0 : 21);
            if (node.size() == (node.has("window") ? 2 : 1)
                    && node.path("volatility").isNumber()) {
                return Rebalance.volatility(node.get("volatility").doubleValue(), window);
            }
            return null;
        }
    }

    static final class WriteBenchmark extends JsonSerializer<Benchmark> {

        @Override
        public void serialize(Benchmark value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.kind() == Benchmark.Kind.EQUAL_WEIGHT) {
                json.writeString("equal_weight");
                return;
            }
            json.writeStartObject();
            if (value.kind() == Benchmark.Kind.INDEX) {
                json.writeStringField("index", value.index());
            } else {
                json.writeStringField("market", String.valueOf(value.market()));
                json.writeStringField("ticker", value.ticker());
            }
            json.writeEndObject();
        }
    }

    static final class ReadBenchmark extends JsonDeserializer<Benchmark> {

        @Override
        public Benchmark deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(parser);
            if (node.isTextual() && node.textValue().replace('-', '_').equals("equal_weight")) {
                return Benchmark.EQUAL_WEIGHT;
            }
            if (node.isObject() && node.size() == 1 && node.path("index").isTextual()) {
                return Benchmark.ofIndex(node.get("index").textValue());
            }
            if (node.isObject()
                    && node.size() == 2
                    && node.path("market").isTextual()
                    && node.path("ticker").isTextual()) {
                Market market = Market.find(node.get("market").textValue())
                        .orElseThrow(() -> unknown(parser, "no such market", node));
                return Benchmark.ofTicker(market, node.get("ticker").textValue());
            }
            throw unknown(parser, "must be {\"market\", \"ticker\"}, {\"index\"}, \"equal_weight\" or null", node);
        }

        private static InvalidFormatException unknown(JsonParser parser, String message, JsonNode node) {
            return InvalidFormatException.from(parser, message, node, Benchmark.class);
        }
    }

    static final class WriteField extends JsonSerializer<Field> {

        @Override
        public void serialize(Field value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.name());
        }
    }

    static final class ReadField extends JsonDeserializer<Field> {

        @Override
        public Field deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Field) context.handleUnexpectedToken(Field.class, parser);
            }
            return Field.of(parser.getText());
        }
    }

    /** Years 0001 to 9999 only, so that every date fits a column and an int of days. */
    static final class ReadDate extends JsonDeserializer<LocalDate> {

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            String text = parser.getText();
            try {
                if (text.length() == 10) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException e) {
                throw InvalidFormatException.from(parser, "must be a date such as 2020-01-31", text, LocalDate.class);
            }
            throw InvalidFormatException.from(parser, "must be a date such as 2020-01-31", text, LocalDate.class);
        }
    }
}

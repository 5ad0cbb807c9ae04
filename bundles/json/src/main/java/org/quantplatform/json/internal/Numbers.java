package org.quantplatform.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Arrays;

/** JSON has no NaN: it is written as null, and null is read as NaN where a number has no other way to be absent. */
final class Numbers {

    private Numbers() {}

    static final class FiniteOrNull extends JsonSerializer<Double> {

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            write(json, value);
        }
    }

    static final class FiniteArray extends JsonSerializer<double[]> {

        @Override
        public void serialize(double[] values, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray(values, values.length);
            if (ArrayText.suits(json)) {
                ArrayText text = new ArrayText(json);
                for (double value : values) {
                    Decimals.write(value, text);
                }
                text.flush();
            } else {
                for (double value : values) {
                    write(json, value);
                }
            }
            json.writeEndArray();
        }
    }

    static final class PrimitiveOrNaN extends JsonDeserializer<Double> {

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return read(parser, context);
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }

    static final class ArrayOrNaN extends JsonDeserializer<double[]> {

        @Override
        public double[] deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartArrayToken()) {
                return (double[]) context.handleUnexpectedToken(double[].class, parser);
            }
            double[] values = new double[256];
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (count == values.length) {
                    values = Arrays.copyOf(values, count * 2);
                }
                values[count++] = parser.hasToken(JsonToken.VALUE_NULL) ? Double.NaN : read(parser, context);
            }
            return Arrays.copyOf(values, count);
        }
    }

    private static double read(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == null || !parser.currentToken().isNumeric()) {
            return (Double) context.handleUnexpectedToken(Double.TYPE, parser);
        }
        return parser.getDoubleValue();
    }

    private static void write(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
            return;
        }
        json.writeNull();
    }
}

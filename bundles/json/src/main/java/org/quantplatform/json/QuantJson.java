package org.quantplatform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import org.quantplatform.json.internal.QuantModule;
import org.quantplatform.json.internal.RequestErrors;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/**
 * Reads and writes the records of model and api: snake_case names, ISO dates, lower-case enums (markets upper case), null
 * for NaN. Map entries are written in order of key, so that equal values give equal bytes.
 */
public final class QuantJson {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxNumberLength(64)
            .maxNameLength(256)
            .maxStringLength(1 << 20)
            .build();

    private static final ObjectMapper LENIENT = builder(JsonFactory.builder().build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectMapper STRICT = builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private QuantJson() {}

    /** For answers and stored documents: unknown names are passed over. */
    public static ObjectMapper mapper() {
        return LENIENT;
    }

    /** For requests: unknown or repeated names, wrong types and trailing text are refused. */
    public static ObjectMapper strict() {
        return STRICT;
    }

    /**
     * Reads a request.
     *
     * @throws QuantException {@code INVALID_REQUEST} naming the field
     * @throws IOException when the stream fails
     */
    public static <T> T readRequest(InputStream body, Class<T> type) throws IOException {
        try {
            T value = STRICT.readValue(body, type);
            if (value == null) {
                throw QuantException.invalid("", "the body must be a JSON object, was null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw RequestErrors.explain(e);
        }
    }

    /** As {@link #readRequest(InputStream, Class)}. */
    public static <T> T readRequest(String body, Class<T> type) {
        try {
            T value = STRICT.readValue(body, type);
            if (value == null) {
                throw QuantException.invalid("", "the body must be a JSON object, was null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw RequestErrors.explain(e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return LENIENT.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw QuantException.of(
                    ErrorCode.INTERNAL, "a stored document cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    public static String write(Object value) {
        try {
            return LENIENT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw QuantException.of(ErrorCode.INTERNAL, "a document cannot be written: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonMapper.Builder builder(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(new QuantModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}

package org.quantplatform.source.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads bodies as JSON, whole or not at all. That infinity is no JSON does not keep providers from writing it. */
final class Json {

    private static final int DEEP = 64;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEP)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private Json() {}

    static JsonNode parse(WebAnswer answer) throws UnreadableAnswer {
        if (answer.body().length == 0) {
            throw new UnreadableAnswer(answer.place() + " answered with an empty body");
        }
        if (isWebPage(answer)) {
            throw new UnreadableAnswer(answer.place() + " answered with a web page instead of JSON");
        }
        try {
            JsonNode node = READER.readTree(answer.body());
            if (node == null || node.isMissingNode()) {
                throw new UnreadableAnswer(answer.place() + " answered with an empty body");
            }
            return node;
        } catch (JsonEOFException e) {
            throw new UnreadableAnswer(answer.place() + " answered with JSON that ends in the middle", e);
        } catch (JsonProcessingException e) {
            throw new UnreadableAnswer(
                    answer.place() + " answered with text that is no JSON: " + e.getOriginalMessage(), e);
        } catch (UnreadableAnswer e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableAnswer(answer.place() + " answered with text that is no JSON", e);
        }
    }

    private static boolean isWebPage(WebAnswer answer) {
        String start = new String(answer.body(), 0, Math.min(answer.body().length, 100), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<");
    }
}

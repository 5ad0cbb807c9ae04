package org.quantplatform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.quantplatform.api.Page;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Lists as documents: {@code {"<plural>": […], "page": 1, "limit": 50, "total": 123, "has_more": true}}. */
public final class PageJson {

    private PageJson() {}

    public static ObjectNode write(Page<?> page, String plural) {
        ObjectNode document = QuantJson.mapper().createObjectNode();
        ArrayNode items = document.putArray(plural);
        page.items().forEach(item -> items.add(QuantJson.mapper().<JsonNode>valueToTree(item)));
        return document.put("page", page.page())
                .put("limit", page.limit())
                .put("total", page.total())
                .put("has_more", page.hasMore());
    }

    public static <T> Page<T> read(JsonNode document, String plural, Class<T> type) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : document.path(plural)) {
            items.add(value(item, type));
        }
        return new Page<>(
                items,
                document.path("page").asInt(1),
                document.path("limit").asInt(Math.max(1, items.size())),
                document.path("total").asLong(items.size()));
    }

    private static <T> T value(JsonNode item, Class<T> type) {
        try {
            return QuantJson.mapper().treeToValue(item, type);
        } catch (JsonProcessingException e) {
            throw QuantException.of(ErrorCode.INTERNAL, "an answer cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}

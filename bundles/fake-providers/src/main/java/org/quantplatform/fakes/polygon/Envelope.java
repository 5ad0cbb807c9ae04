package org.quantplatform.fakes.polygon;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Faults;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Reply;

/** Answers as the provider wraps them. */
final class Envelope {

    /** The provider's own host stands in cursors, whatever host was asked. */
    static final String BRAND = "https://api.massive.com";

    private static final String OFFSET = "offset";

    private Envelope() {}

    static String requestId(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    static String cursor(String query) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(query.getBytes(StandardCharsets.UTF_8));
    }

    /** The parameters of the call or, on a later page, those that its cursor carries. */
    static Map<String, String> parameters(Call call) {
        String cursor = call.query().get("cursor");
        if (cursor == null) {
            return call.query();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        for (String pair : text.split("&")) {
            int at = pair.indexOf('=');
            parameters.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return parameters;
    }

    /** A page of rows; the last one names no next. */
    static Reply page(Call call, List<Map<String, Object>> rows, int usual, int most, Faults faults) {
        Map<String, String> parameters = parameters(call);
        int limit = Math.min(most, Integer.parseInt(parameters.getOrDefault("limit", String.valueOf(usual))));
        int offset = Integer.parseInt(parameters.getOrDefault(OFFSET, "0"));
        int end = Math.min(rows.size(), offset + limit);
        Map<String, Object> body = new LinkedHashMap<>();
        if (offset < end) {
            body.put("results", rows.subList(offset, end));
        }
        body.put("status", "OK");
        body.put("request_id", requestId(call.uri().toString()));
        body.put("count", end - offset);
        if (end < rows.size()) {
            int next = faults.strikes(Fault.DUPLICATE_PAGES) ? offset : end;
            String query = parameters.entrySet().stream()
                    .filter(entry ->
                            !entry.getKey().equals(OFFSET) && !entry.getKey().equals("apiKey"))
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("&"));
            body.put(
                    "next_url",
                    BRAND + call.path() + "?cursor="
                            + cursor((query.isEmpty() ? "" : query + "&") + OFFSET + "=" + next));
        }
        return Reply.json(200, body);
    }
}

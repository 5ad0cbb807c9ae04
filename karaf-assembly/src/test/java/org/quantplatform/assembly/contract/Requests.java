package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.quantplatform.assembly.contract.ApiDocument.Operation;
import org.quantplatform.assembly.contract.ApiDocument.Parameter;

/** Makes requests as the document describes them. */
final class Requests {

    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data";
    private static final String BOUNDARY = "contract-boundary";
    private static final String CSV = "ticker,date,open,high,low,close,volume\nFUZZ,2020-01-02,1,2,0.5,1.5,100\n";
    private static final JsonNode CSV_OPTIONS = JsonNodeFactory.instance
            .objectNode()
            .put("source", "csv")
            .put("market", "US")
            .put("currency", "USD");

    private final ApiDocument api;
    private final Things things;
    private final String session;

    /** @param session token of who asks */
    Requests(ApiDocument api, Things things, String session) {
        this.api = api;
        this.things = things;
        this.session = session;
    }

    /** With this body. */
    Request with(Operation operation, JsonNode body, SplittableRandom random) {
        return bare(operation, path(operation, random, UnaryOperator.identity()))
                .withBody(JSON, bytes(body));
    }

    /** As documented; whether the server finds what it asks for is left to chance. */
    Request documented(Operation operation, SplittableRandom random) {
        Request request = bare(operation, path(operation, random, UnaryOperator.identity()));
        request = request.withTarget(request.target() + query(query(operation, random)));
        List<String> headers = new ArrayList<>();
        for (Parameter header : operation.parameters("header")) {
            if (random.nextInt(4) == 0) {
                headers.add(header.name() + ": " + random.nextInt(10));
            }
        }
        return withBody(operation, request.withHeaders(headers), random);
    }

    private Request bare(Operation operation, String path) {
        // whoever logs out would end what all the others need
        String token = operation.id().equals("logout") ? "none" : session;
        return Request.of(operation.method(), path, "X-Session-Token: " + token);
    }

    private Request withBody(Operation operation, Request request, SplittableRandom random) {
        if (operation.bodies().isEmpty()) {
            return request;
        }
        if (operation.bodies().containsKey(FORM) && random.nextBoolean()) {
            return request.withBody(FORM + "; boundary=" + BOUNDARY, form(CSV_OPTIONS));
        }
        return request.withBody(JSON, bytes(body(operation, random)));
    }

    /** A form with a file; its end is where it should be. */
    static byte[] form(JsonNode options) {
        String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        return (part + "options\"\r\nContent-Type: " + JSON + "\r\n\r\n" + text(options) + "\r\n" + part
                        + "file\"; filename=\"prices.csv\"\r\nContent-Type: text/csv\r\n\r\n" + CSV + "\r\n--"
                        + BOUNDARY
                        + "--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An example of the document, or what its schema allows. */
    JsonNode body(Operation operation, SplittableRandom random) {
        List<JsonNode> examples = operation.examples();
        if (!examples.isEmpty() && random.nextInt(10) < 6) {
            return examples.get(random.nextInt(examples.size()));
        }
        return new Samples(api, random).of("", operation.bodies().get(JSON));
    }

    Map<String, String> query(Operation operation, SplittableRandom random) {
        Map<String, String> query = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters("query")) {
            boolean rare = parameter.name().equals("fields") || parameter.name().equals("page");
            if (random.nextInt(rare ? 12 : 3) == 0) {
                String value = new Samples(api, random)
                        .of(parameter.name(), parameter.schema())
                        .asText();
                query.put(parameter.name(), value);
            }
        }
        return query;
    }

    static String query(Map<String, String> query) {
        StringBuilder text = new StringBuilder();
        query.forEach((name, value) -> text.append(text.isEmpty() ? '?' : '&')
                .append(escaped(name))
                .append('=')
                .append(escaped(value)));
        return text.toString();
    }

    /** @param change what becomes of the escaped values */
    String path(Operation operation, SplittableRandom random, UnaryOperator<String> change) {
        String path = api.base() + operation.path();
        for (Parameter parameter : operation.parameters("path")) {
            String value = escaped(things.value(operation, parameter.name(), random));
            path = path.replace("{" + parameter.name() + "}", change.apply(value));
        }
        return path;
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static byte[] bytes(JsonNode body) {
        return text(body).getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonNode body) {
        return body.toString()
                .replace('"' + Nasty.NOT_A_NUMBER + '"', "NaN")
                .replace('"' + Nasty.DEEP + '"', "[".repeat(Nasty.DEPTH) + "]".repeat(Nasty.DEPTH));
    }
}

package org.quantplatform.rest.internal.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quantplatform.rest.internal.http.Problem;

/** Every status with which a route may answer, beside the one that its annotations name. */
final class Answers {

    private static final String REFERENCE = "#/components/responses/";

    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "something about the request is wrong; errors names the fields"),
            Map.entry("401", "the caller is not logged in"),
            Map.entry("403", "the caller may not do this, or a page of another origin asks"),
            Map.entry("404", "there is no such thing, or it is another user's"),
            Map.entry("406", "the route cannot answer in a type that the request accepts"),
            Map.entry("409", "it contradicts what is there"),
            Map.entry("412", "it has changed since the version that If-Match names"),
            Map.entry("413", "the body is too large"),
            Map.entry("414", "the address is too long"),
            Map.entry("415", "the route does not take a body of this type"),
            Map.entry("417", "the server does nothing of what Expect asks"),
            Map.entry("421", "the server is not addressed by that name"),
            Map.entry("422", "the request can be read, but not be done with the data and plug-ins that are there"),
            Map.entry("429", "too many at the same time; Retry-After says when to try again"),
            Map.entry("431", "the headers are too large"),
            Map.entry("503", "a part of the platform is not there for the moment")));

    private Answers() {}

    static Components components(Components components) {
        REFUSALS.forEach((status, meaning) -> components.addResponses(name(status), problem(meaning)));
        return components.addResponses(
                "NotModified", new ApiResponse().description("what the caller has is still right"));
    }

    static void complete(HttpMethod method, Operation operation, boolean open) {
        ApiResponses responses = operation.getResponses();
        ApiResponse unnamed = responses.remove("default");
        if (unnamed != null) {
            responses.addApiResponse("200", unnamed.description("done"));
        }
        if (method == HttpMethod.GET && answersJson(responses)) {
            operation.addParametersItem(fields());
            responses.addApiResponse("304", new ApiResponse().$ref(REFERENCE + "NotModified"));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(Answers::stateKey);
        }
        for (String status : refusals(method, operation, open)) {
            responses.addApiResponse(status, new ApiResponse().$ref(REFERENCE + name(status)));
        }
        operation.setSecurity(
                open
                        ? List.of()
                        : List.of(
                                new SecurityRequirement().addList("bearer"),
                                new SecurityRequirement().addList("session")));
    }

    private static Set<String> refusals(HttpMethod method, Operation operation, boolean open) {
        Set<String> statuses =
                new TreeSet<>(Set.of("400", "403", "406", "413", "414", "417", "421", "429", "431", "503"));
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (!open || method == HttpMethod.POST) {
            statuses.add("401");
        }
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            statuses.addAll(Set.of("404", "422"));
        }
        if (parameters.stream().anyMatch(parameter -> "market".equals(parameter.getName()))) {
            statuses.add("404");
        }
        if (parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            statuses.add("412");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("404", "415", "422"));
        }
        statuses.add("409");
        return statuses;
    }

    /** As {@code Call} takes it. */
    private static void stateKey(Parameter parameter) {
        if ("Idempotency-Key".equals(parameter.getName())) {
            parameter.setSchema(new StringSchema().minLength(1).maxLength(128).pattern("[!-~]+"));
        }
    }

    private static boolean answersJson(ApiResponses responses) {
        return responses.values().stream()
                .anyMatch(response ->
                        response.getContent() != null && response.getContent().containsKey("application/json"));
    }

    private static Parameter fields() {
        return new QueryParameter()
                .name("fields")
                .description("Members to answer with, such as a,b.c; of a list those of its rows")
                .schema(new StringSchema().minLength(1).maxLength(2000));
    }

    private static ApiResponse problem(String meaning) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(schema)));
    }

    private static String name(String status) {
        return "Problem" + status;
    }
}

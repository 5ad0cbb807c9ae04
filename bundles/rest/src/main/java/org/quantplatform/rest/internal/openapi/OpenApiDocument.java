package org.quantplatform.rest.internal.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.rest.internal.http.Open;
import org.quantplatform.rest.internal.http.Problem;

/** Makes the OpenAPI document from the annotated routes. */
public final class OpenApiDocument {

    private OpenApiDocument() {}

    /** As the JSON module has it. */
    private interface DefaultName {

        @JsonProperty("default")
        Object defaultValue();
    }

    public static JsonNode of(Set<Class<?>> routes, String base) {
        RecordSchemas records = new RecordSchemas();
        ModelConverters converters = ModelConverters.getInstance();
        ModelResolver resolver = new ModelResolver(
                Json.mapper()
                        .copy()
                        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .addMixIn(PluginParameter.class, DefaultName.class),
                new SchemaNames());
        converters.addConverter(resolver);
        converters.addConverter(records);
        try {
            OpenAPI api = new Reader(new SwaggerConfiguration().openAPI(frame(base))).read(routes);
            BeanParameters.complete(api, routes);
            converters
                    .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
                    .referencedSchemas
                    .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
            Answers.components(api.getComponents());
            Set<String> open = openOperations(routes);
            api.getPaths().values().forEach(path -> path.readOperationsMap()
                    .forEach((method, operation) ->
                            Answers.complete(method, operation, open.contains(operation.getOperationId()))));
            Map<String, Schema<?>> schemas = new TreeMap<>();
            api.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, (Schema<?>) schema));
            Members.complete(api, schemas, records.records());
            Bounds.state(schemas);
            RecordedAnswers answers = RecordedAnswers.read();
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> answers.show(operation.getOperationId(), operation.getResponses()));
            JsonNode document = Json.mapper().valueToTree(api);
            openAnything(document.path("components").path("schemas"));
            return document;
        } finally {
            converters.removeConverter(records);
            converters.removeConverter(resolver);
        }
    }

    private static OpenAPI frame(String base) {
        return new OpenAPI()
                .info(new Info()
                        .title("Quant Platform")
                        .version("v1")
                        .description(
                                "Factor backtests on stored market data. Fractions are fractions (0.2845 is 28.45 %),"
                                        + " dates are ISO dates, long work answers 202 with a Location.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url(base)))
                .schemaRequirement(
                        "bearer",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .schemaRequirement(
                        "session",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-Session-Token"));
    }

    /** Swagger makes an object of what has no type. */
    private static void openAnything(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("description").asText().equals(RecordSchemas.ANYTHING)) {
            object.remove("type");
        }
        schema.forEach(OpenApiDocument::openAnything);
    }

    private static Set<String> openOperations(Set<Class<?>> routes) {
        Set<String> open = new HashSet<>();
        for (Class<?> route : routes) {
            for (Method method : route.getMethods()) {
                Operation operation = method.getAnnotation(Operation.class);
                if (operation != null
                        && (route.isAnnotationPresent(Open.class) || method.isAnnotationPresent(Open.class))) {
                    open.add(operation.operationId());
                }
            }
        }
        return open;
    }
}

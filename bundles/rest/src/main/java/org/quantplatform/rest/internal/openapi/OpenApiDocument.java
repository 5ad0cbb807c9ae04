package org.quantplatform.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quantplatform.rest.internal.http.Problem;

/** Makes the OpenAPI document from the annotated routes. */
public final class OpenApiDocument {

    private OpenApiDocument() {}

    public static JsonNode of(Set<Class<?>> routes, String base) {
        RecordSchemas records = new RecordSchemas();
        ModelConverters converters = ModelConverters.getInstance();
        ModelResolver resolver =
                new ModelResolver(Json.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        converters.addConverter(resolver);
        converters.addConverter(records);
        try {
            OpenAPI api = new Reader(new SwaggerConfiguration().openAPI(frame(base))).read(routes);
            converters
                    .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
                    .referencedSchemas
                    .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
            api.getPaths().values().forEach(OpenApiDocument::complete);
            Map<String, Schema<?>> schemas = new TreeMap<>();
            api.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, (Schema<?>) schema));
            records.complete(schemas);
            return Json.mapper().valueToTree(api);
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

    private static void complete(PathItem path) {
        path.readOperationsMap().forEach((method, operation) -> {
            if (method == PathItem.HttpMethod.GET) {
                complete(operation);
            }
            ApiResponses responses = operation.getResponses();
            ApiResponse unnamed = responses.remove("default");
            if (unnamed != null) {
                responses.addApiResponse("200", unnamed.description("done"));
            }
            responses.addApiResponse("default", problem());
        });
    }

    private static void complete(Operation read) {
        boolean json = read.getResponses().values().stream()
                .anyMatch(response ->
                        response.getContent() != null && response.getContent().containsKey("application/json"));
        if (json) {
            Parameter fields = new QueryParameter()
                    .name("fields")
                    .description("Members to answer with, such as a,b.c; of a list those of its rows")
                    .schema(new StringSchema());
            read.addParametersItem(fields);
        }
    }

    private static ApiResponse problem() {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("refused or failed")
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(schema)));
    }
}

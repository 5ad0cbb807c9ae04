package org.quantplatform.rest.internal.resources;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.quantplatform.rest.internal.http.Open;

/** The description of these routes. */
@Open
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documentation")
public final class OpenApiResource {

    private final Supplier<JsonNode> document;

    public OpenApiResource(Supplier<JsonNode> document) {
        this.document = document;
    }

    @GET
    @Operation(operationId = "openapi", summary = "This document")
    @ApiResponse(responseCode = "200", description = "OpenAPI 3", content = @Content(schema = @Schema(type = "object")))
    public Response get() {
        return Response.ok(document.get()).build();
    }
}

package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quantplatform.api.Page;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.api.users.ApiKeys;
import org.quantplatform.api.users.IssuedApiKey;
import org.quantplatform.api.users.NewApiKey;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** Keys of the caller's programs. */
@Path("auth/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public final class ApiKeyResource {

    @GET
    @Operation(operationId = "listApiKeys", summary = "The caller's API keys, latest first, without their secrets")
    public Page<ApiKey> list(@BeanParam Paging paging) {
        return keys().list(paging.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createApiKey",
            summary = "Makes an API key with some permissions of the caller's role; its token is told this once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewApiKey.class),
                            examples = @ExampleObject(name = "nightly", value = Examples.API_KEY)))
    @ApiResponse(
            responseCode = "201",
            description = "made",
            content = @Content(schema = @Schema(implementation = IssuedApiKey.class)))
    public Response create() {
        NewApiKey key = Call.current().body(NewApiKey.class);
        return Response.status(201).entity(keys().create(key)).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeApiKey", summary = "Lets the key count no more")
    @ApiResponse(responseCode = "204", description = "revoked")
    public Response revoke(@PathParam("id") String id) {
        keys().revoke(id);
        return Response.noContent().build();
    }

    private static ApiKeys keys() {
        return Call.current().session().apiKeys();
    }
}

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quantplatform.api.Page;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.api.secrets.SecretValue;
import org.quantplatform.api.secrets.StoredSecrets;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** Keys and passwords for plug-ins; a value goes in and never comes out. */
@Path("admin/secrets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "admin")
public final class SecretResource {

    @GET
    @Operation(operationId = "listSecrets", summary = "Names of the stored secrets, in order")
    public Page<SecretInfo> list(@BeanParam Paging paging) {
        return secrets().list(paging.request());
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setSecret", summary = "Stores a secret, in place of the one of that name")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SecretValue.class),
                            examples = @ExampleObject(name = "key", value = Examples.SECRET)))
    public SecretInfo set(@PathParam("name") String name) {
        return secrets().set(name, Call.current().body(SecretValue.class));
    }

    @DELETE
    @Path("{name}")
    @Operation(operationId = "deleteSecret", summary = "Removes a secret")
    @ApiResponse(responseCode = "204", description = "removed")
    public Response delete(@PathParam("name") String name) {
        secrets().delete(name);
        return Response.noContent().build();
    }

    private static StoredSecrets secrets() {
        return Call.current().session().secrets();
    }
}

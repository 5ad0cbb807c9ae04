package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.api.sharing.ShareRequest;
import org.quantplatform.api.sharing.Shares;
import org.quantplatform.rest.internal.http.Call;

/** Lets others see a strategy. */
@Path("strategies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sharing")
public final class StrategyShareResource {

    @POST
    @Path("{id}/share")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "shareStrategy", summary = "Lets a user read a strategy and use it in runs")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ShareRequest.class),
                            examples = @ExampleObject(name = "user", value = Examples.SHARE_USER)))
    @ApiResponse(
            responseCode = "201",
            description = "shared",
            content = @Content(schema = @Schema(implementation = Share.class)))
    public Response shareStrategy(@PathParam("id") String id) {
        ShareRequest request = Call.current().body(ShareRequest.class);
        return Response.status(201).entity(shares().shareStrategy(id, request)).build();
    }

    private static Shares shares() {
        return Call.current().session().shares();
    }
}

package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quantplatform.api.sharing.SharedResults;
import org.quantplatform.rest.internal.front.Callers;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Open;

/** What links lead to. */
@Path("shared")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sharing")
public final class SharedLinkResource {

    @GET
    @Open
    @Path("{token}")
    @Operation(operationId = "openSharedLink", summary = "The results to which a link leads; needs no session")
    @ApiResponse(
            responseCode = "200",
            description = "results of one run",
            content = @Content(schema = @Schema(implementation = SharedResults.class)))
    public Response open(@PathParam("token") String token) {
        Call call = Call.current();
        SharedResults results = call.front().sharedLinks().open(token, Callers.address(call.request()));
        return Response.ok(results).header("X-Robots-Tag", "noindex").build();
    }
}

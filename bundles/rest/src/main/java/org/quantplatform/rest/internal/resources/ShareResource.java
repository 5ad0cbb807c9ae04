package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quantplatform.api.Page;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.api.sharing.Shares;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** What callers share with others, and others with them. */
@Path("shares")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sharing")
public final class ShareResource {

    @GET
    @Operation(operationId = "listShares", summary = "What the caller shares, latest first")
    public Page<Share> list(@BeanParam Paging paging) {
        return shares().list(paging.request());
    }

    @GET
    @Path("received")
    @Operation(operationId = "listReceivedShares", summary = "What others share with the caller, latest first")
    public Page<ReceivedShare> received(@BeanParam Paging paging) {
        return shares().received(paging.request());
    }

    @DELETE
    @Path("{share_id}")
    @Operation(operationId = "revokeShare", summary = "Takes a share or a link back")
    @ApiResponse(responseCode = "204", description = "taken back")
    public Response revoke(@PathParam("share_id") String id) {
        shares().revoke(id);
        return Response.noContent().build();
    }

    private static Shares shares() {
        return Call.current().session().shares();
    }
}

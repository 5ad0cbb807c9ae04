package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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
import java.net.URI;
import org.quantplatform.api.Page;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** Searches: submit, watch, cancel, remove. What they found is in {@link SearchResultResource}. */
@Path("searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "searches")
public final class SearchResource {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitSearch",
            summary = "Queues a search for parameters of a backtest",
            parameters =
                    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SearchRequest.class),
                            examples = {
                                @ExampleObject(name = "grid", value = Examples.SEARCH_GRID),
                                @ExampleObject(name = "walk forward", value = Examples.SEARCH_WALK_FORWARD)
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "queued; Location names it",
            content = @Content(schema = @Schema(implementation = Search.class)))
    public Response submit() {
        Call call = Call.current();
        Search search = searches().submit(call.body(SearchRequest.class), call.idempotencyKey());
        return Response.accepted(search)
                .location(URI.create(Links.api(call, "searches/" + Links.segment(search.searchId()))))
                .build();
    }

    @GET
    @Operation(operationId = "listSearches", summary = "Searches, latest first")
    public Page<Search> list(@BeanParam Paging paging) {
        return searches().list(paging.request());
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getSearch",
            summary = "A search as it stands, with its best trial and how far luck explains it")
    public Search get(@PathParam("id") String id) {
        return searches().get(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteSearch",
            summary = "Removes a search that has ended; the ledger keeps its trials' number")
    @ApiResponse(responseCode = "204", description = "removed")
    public Response delete(@PathParam("id") String id) {
        searches().delete(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/cancel")
    @Operation(operationId = "cancelSearch", summary = "Asks a search to end soon; finished trials stay")
    public Search cancel(@PathParam("id") String id) {
        return searches().cancel(id);
    }

    private static Searches searches() {
        return Call.current().session().searches();
    }
}

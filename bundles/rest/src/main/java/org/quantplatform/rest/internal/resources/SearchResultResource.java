package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.searches.HeatMap;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.HeatMapQuery.Reduce;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.OutOfSample;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** What a search has found. */
@Path("searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "searches")
public final class SearchResultResource {

    private static final int MOST_WINDOWS = 100_000;

    /** How a list of trials is ordered. */
    enum Order {
        BEST,
        NUMBER
    }

    @GET
    @Path("{id}/trials")
    @Operation(operationId = "listTrials", summary = "Finished trials, best first unless ordered by number")
    public Page<Trial> trials(
            @PathParam("id") String id,
            @QueryParam("window") @Parameter(schema = @Schema(type = "integer")) @Nullable String window,
            @QueryParam("part") @Parameter(schema = @Schema(implementation = Trial.Part.class)) @Nullable String part,
            @QueryParam("order") @Parameter(schema = @Schema(implementation = Order.class)) @Nullable String order,
            @BeanParam Paging paging) {
        Order wanted = Query.choice("order", order, Order.class).orElse(Order.BEST);
        TrialQuery query = new TrialQuery(
                window == null ? null : Query.integer("window", window, 0, MOST_WINDOWS, 0),
                Query.choice("part", part, Trial.Part.class).orElse(null),
                wanted == Order.BEST);
        return searches().trials(id, query, paging.request());
    }

    @GET
    @Path("{id}/trials/{number}/request")
    @Operation(operationId = "getTrialRequest", summary = "A trial's whole request, to be submitted as a backtest")
    public BacktestRequest request(
            @PathParam("id") String id,
            @PathParam("number") @Parameter(schema = @Schema(type = "integer")) String number) {
        return searches().trialRequest(id, Query.integer("number", number, 1, Searches.MOST_TRIALS, 1));
    }

    @GET
    @Path("{id}/heatmap")
    @Operation(operationId = "getHeatMap", summary = "The objective over two paths of the space")
    public HeatMap heatMap(
            @PathParam("id") String id,
            @QueryParam("x") @Nullable String x,
            @QueryParam("y") @Nullable String y,
            @QueryParam("metric") @Parameter(schema = @Schema(implementation = Objective.class)) @Nullable
                    String metric,
            @QueryParam("reduce") @Parameter(schema = @Schema(implementation = Reduce.class)) @Nullable String reduce) {
        HeatMapQuery query = new HeatMapQuery(
                Query.text("x", x),
                Query.text("y", y),
                Query.choice("metric", metric, Objective.class).orElse(null),
                Query.choice("reduce", reduce, Reduce.class).orElse(null));
        return searches().heatMap(id, query);
    }

    @GET
    @Path("{id}/equity")
    @Operation(operationId = "getOutOfSample", summary = "The joined test windows of a walk-forward search")
    public OutOfSample equity(@PathParam("id") String id) {
        return searches().outOfSample(id);
    }

    @GET
    @Path("{id}/events")
    @Produces("text/event-stream")
    @Operation(operationId = "getSearchEvents", summary = "Events as they happen (server-sent events)")
    @ApiResponse(
            responseCode = "200",
            description = "one event per message; id is its seq",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    public Response events(
            @PathParam("id") String id,
            @QueryParam("after") @Parameter(schema = @Schema(type = "integer", minimum = "0")) @Nullable String after) {
        return EventRoute.answer(Call.current(), id, after);
    }

    private static Searches searches() {
        return Call.current().session().searches();
    }
}

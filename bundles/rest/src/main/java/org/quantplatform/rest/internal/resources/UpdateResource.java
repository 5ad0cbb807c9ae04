package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.data.DataStatus;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.LiveStream;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.data.Updates;
import org.quantplatform.model.Market;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** Keeping market data up to date, and what is missing of it. */
@Path("data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "data")
public final class UpdateResource {

    @POST
    @Path("update")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "updateData",
            summary = "Queues an update of a market's bars from its sources, or a backfill of days that are missing")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = UpdateRequest.class),
                            examples = {
                                @ExampleObject(name = "market", value = Examples.UPDATE_MARKET),
                                @ExampleObject(name = "backfill", value = Examples.UPDATE_BACKFILL),
                                @ExampleObject(name = "minutes", value = Examples.UPDATE_MINUTES)
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "queued; Location names it",
            content = @Content(schema = @Schema(implementation = UpdateReport.class)))
    public Response update() {
        Call call = Call.current();
        UpdateReport report = updates().submit(call.body(UpdateRequest.class), call.idempotencyKey());
        return Response.accepted(report)
                .location(URI.create(Links.api(call, "data/updates/" + Links.segment(report.updateId()))))
                .build();
    }

    @GET
    @Path("updates")
    @Operation(operationId = "listUpdates", summary = "Updates, latest first")
    public Page<UpdateReport> list(@BeanParam Paging paging) {
        return updates().list(paging.request());
    }

    @GET
    @Path("updates/{id}")
    @Operation(operationId = "getUpdate", summary = "An update with its accounting")
    public UpdateReport get(@PathParam("id") String id) {
        return updates().get(id);
    }

    @GET
    @Path("updates/{id}/chunks")
    @Operation(operationId = "listUpdateChunks", summary = "The parts of an update, and what each source delivered")
    public Page<UpdateChunk> chunks(@PathParam("id") String id, @BeanParam Paging paging) {
        return updates().chunks(id, paging.request());
    }

    @GET
    @Path("status")
    @Operation(operationId = "getDataStatus", summary = "How complete the bars of each market are")
    public Page<DataStatus> status(@BeanParam Paging paging) {
        return paging.cut(updates().status());
    }

    @GET
    @Path("streams")
    @Operation(operationId = "listStreams", summary = "Sources of live prices that somebody watches, and how they are")
    public Page<LiveStream> streams(@BeanParam Paging paging) {
        return paging.cut(Call.current().session().prices().streams());
    }

    @GET
    @Path("gaps")
    @Operation(operationId = "listGaps", summary = "Sessions of which bars are missing, in order of ticker and day")
    public Page<Gap> gaps(@BeanParam GapFilter filter, @BeanParam Paging paging) {
        return updates().gaps(filter.query(), paging.request());
    }

    /** Where missing days are looked for. */
    public static final class GapFilter {

        @QueryParam("market")
        @Parameter(required = true, schema = @Schema(implementation = Market.class))
        private @Nullable String market;

        @QueryParam("timeframe")
        @Parameter(
                description = "Of which bars: 1m tells sessions without any minute, from an instrument's first one on",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"1d", "1m"},
                                defaultValue = "1d"))
        private @Nullable String timeframe;

        @QueryParam("ticker")
        @Parameter(schema = @Schema(type = "string", maxLength = 32))
        private @Nullable String ticker;

        @QueryParam("start_date")
        @Parameter(
                description = "First day, 365 days before the last otherwise",
                schema = @Schema(type = "string", format = "date"))
        private @Nullable String startDate;

        @QueryParam("end_date")
        @Parameter(
                description = "Last day, the latest session that has closed otherwise",
                schema = @Schema(type = "string", format = "date"))
        private @Nullable String endDate;

        GapQuery query() {
            Market region = Query.market(market);
            return new GapQuery(
                    region,
                    timeframe == null ? Timeframe.DAY : Timeframe.parse("timeframe", timeframe),
                    Query.text("ticker", ticker),
                    Query.date("start_date", startDate).orElse(null),
                    Query.date("end_date", endDate).orElse(null));
        }
    }

    private static Updates updates() {
        return Call.current().session().updates();
    }
}

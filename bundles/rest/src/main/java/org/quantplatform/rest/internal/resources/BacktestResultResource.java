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
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.api.backtests.ResultTable;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Holding;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Trade;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Download;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** What a run has found. */
@Path("backtest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "backtest")
public final class BacktestResultResource {

    private static final String CSV = "text/csv";
    private static final String PARQUET = "application/vnd.apache.parquet";

    @GET
    @Path("{id}/equity")
    @Operation(operationId = "getEquity", summary = "Value, cash and drawdown at each close")
    public EquitySeries equity(@PathParam("id") String id) {
        return backtests().equity(id);
    }

    @GET
    @Path("{id}/trades")
    @Operation(operationId = "getTrades", summary = "Fills in order of time")
    public Page<Trade> trades(@PathParam("id") String id, @BeanParam Paging paging) {
        return backtests().trades(id, paging.request());
    }

    @GET
    @Path("{id}/holdings")
    @Operation(operationId = "getHoldings", summary = "Positions at a day's close, the last day's when left out")
    public Page<Holding> holdings(
            @PathParam("id") String id,
            @QueryParam("date") @Parameter(schema = @Schema(type = "string", format = "date")) @Nullable String date,
            @BeanParam Paging paging) {
        Optional<LocalDate> day = Query.date("date", date);
        return paging.cut(backtests().holdings(id, day));
    }

    @GET
    @Path("{id}/manifest")
    @Operation(operationId = "getManifest", summary = "Everything that determined the run")
    public Manifest manifest(@PathParam("id") String id) {
        Manifest manifest = backtests().get(id).manifest();
        if (manifest == null) {
            throw QuantException.of(ErrorCode.CONFLICT, "the run has not been prepared yet");
        }
        return manifest;
    }

    @GET
    @Path("{id}/results")
    @Produces({MediaType.APPLICATION_JSON, CSV, PARQUET})
    @Operation(
            operationId = "getResults",
            summary = "Everything in one document; with format as a file, of which a range may be asked for")
    @ApiResponse(
            responseCode = "200",
            description = "summary, metrics, equity, trades and manifest, or the file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(oneOf = {Results.Document.class, Results.ResultRows.class})),
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = PARQUET, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "206", description = "the range of the file that was asked for")
    @ApiResponse(responseCode = "416", description = "no byte of the file lies in the range")
    public Response results(
            @PathParam("id") String id,
            @QueryParam("format")
                    @Parameter(description = "Makes it a file", schema = @Schema(implementation = ResultFormat.class))
                    @Nullable
                    String format,
            @QueryParam("table")
                    @Parameter(
                            description = "Of a file; everything as JSON and the trades otherwise when left out",
                            schema = @Schema(implementation = ResultTable.class))
                    @Nullable
                    String table) {
        Optional<ResultFormat> wanted = Query.choice("format", format, ResultFormat.class);
        Optional<ResultTable> part = Query.choice("table", table, ResultTable.class);
        if (wanted.isEmpty() && part.isEmpty()) {
            return Response.ok(Results.of(backtests(), id)).build();
        }
        return file(id, wanted.orElse(ResultFormat.JSON), part);
    }

    @GET
    @Path("{id}/results.parquet")
    @Produces(PARQUET)
    @Operation(
            operationId = "getResultsParquet",
            summary = "A table as an Apache Parquet file, the trades when left out")
    @ApiResponse(
            responseCode = "200",
            description = "the file",
            content = @Content(mediaType = PARQUET, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "206", description = "the range of the file that was asked for")
    @ApiResponse(responseCode = "304", description = "what the caller has is still right")
    @ApiResponse(responseCode = "416", description = "no byte of the file lies in the range")
    public Response parquet(
            @PathParam("id") String id,
            @QueryParam("table") @Parameter(schema = @Schema(implementation = ResultTable.class)) @Nullable
                    String table) {
        return file(id, ResultFormat.PARQUET, Query.choice("table", table, ResultTable.class));
    }

    private static Response file(String id, ResultFormat format, Optional<ResultTable> table) {
        ResultQuery query = ResultQuery.of(format, table.orElse(null));
        return Download.answer(Call.current(), backtests().file(id, query));
    }

    @GET
    @Path("{id}/events")
    @Produces("text/event-stream")
    @Operation(operationId = "getEvents", summary = "Events as they happen (server-sent events)")
    @ApiResponse(
            responseCode = "200",
            description = "one event per message; id is its seq",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    public Response events(
            @PathParam("id") String id,
            @QueryParam("after") @Parameter(schema = @Schema(type = "integer", minimum = "0")) @Nullable String after) {
        return EventRoute.answer(Call.current(), id, after);
    }

    private static Backtests backtests() {
        return Call.current().session().backtests();
    }
}

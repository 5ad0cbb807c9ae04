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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** Runs: submit, watch, cancel, remove. Their numbers are in {@link BacktestResultResource}. */
@Path("backtest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "backtest")
public final class BacktestResource {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitBacktest",
            summary = "Queues a backtest",
            parameters =
                    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = BacktestRequest.class),
                            examples = {
                                @ExampleObject(name = "short", value = Examples.BACKTEST_SHORT),
                                @ExampleObject(name = "long", value = Examples.BACKTEST_LONG)
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "queued; Location names it",
            content = @Content(schema = @Schema(implementation = Backtest.class)))
    public Response submit() {
        Call call = Call.current();
        BacktestRequest request = call.body(BacktestRequest.class);
        return accepted(call, backtests().submit(request, call.idempotencyKey()));
    }

    @GET
    @Operation(operationId = "listBacktests", summary = "Backtests, latest first")
    public Page<Backtest> list(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = JobStatus.class)) @Nullable
                    String status,
            @QueryParam("strategy_id") @Nullable String strategyId,
            @BeanParam Paging paging) {
        BacktestQuery query = new BacktestQuery(
                Query.choice("status", status, JobStatus.class).orElse(null), Query.text("strategy_id", strategyId));
        return backtests().list(query, paging.request()).map(Links::complete);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBacktest", summary = "A backtest as it stands")
    public Backtest get(@PathParam("id") String id) {
        return Links.complete(backtests().get(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteBacktest", summary = "Removes a backtest that has ended")
    @ApiResponse(responseCode = "204", description = "removed")
    public Response delete(@PathParam("id") String id) {
        backtests().delete(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/cancel")
    @Operation(operationId = "cancelBacktest", summary = "Asks a backtest to end soon")
    public Backtest cancel(@PathParam("id") String id) {
        return Links.complete(backtests().cancel(id));
    }

    @POST
    @Path("{id}/reproduce")
    @Operation(
            operationId = "reproduceBacktest",
            summary = "Runs it again with the same code, data and request",
            parameters =
                    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "202",
            description = "queued; Location names the new run",
            content = @Content(schema = @Schema(implementation = Backtest.class)))
    public Response reproduce(@PathParam("id") String id) {
        Call call = Call.current();
        return accepted(call, backtests().reproduce(id, call.idempotencyKey()));
    }

    private static Response accepted(Call call, Backtest run) {
        return Response.accepted(Links.complete(run))
                .location(URI.create(Links.api(call, "backtest/" + Links.segment(run.backtestId()))))
                .build();
    }

    private static Backtests backtests() {
        return Call.current().session().backtests();
    }
}

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
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.DataChecks;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** Checks of stored bars. */
@Path("data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "data")
public final class CheckResource {

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "checkData", summary = "Queues a check of a market's bars, which flags what is doubtful")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = CheckRequest.class),
                            examples = {
                                @ExampleObject(name = "market", value = Examples.CHECK),
                                @ExampleObject(name = "other source", value = Examples.CHECK_AGAINST)
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "queued; Location names it",
            content = @Content(schema = @Schema(implementation = CheckReport.class)))
    public Response check() {
        Call call = Call.current();
        CheckReport report = checks().submit(call.body(CheckRequest.class), call.idempotencyKey());
        return Response.accepted(report)
                .location(URI.create(Links.api(call, "data/checks/" + Links.segment(report.checkId()))))
                .build();
    }

    @GET
    @Path("checks")
    @Operation(operationId = "listChecks", summary = "Checks, latest first")
    public Page<CheckReport> list(@BeanParam Paging paging) {
        return checks().list(paging.request());
    }

    @GET
    @Path("checks/{id}")
    @Operation(operationId = "getCheck", summary = "A check with the number of its findings by rule")
    public CheckReport get(@PathParam("id") String id) {
        return checks().get(id);
    }

    @GET
    @Path("checks/{id}/findings")
    @Operation(operationId = "listFindings", summary = "What a check found, in order of ticker, day and rule")
    public Page<Finding> findings(
            @PathParam("id") String id,
            @QueryParam("rule") @Parameter(schema = @Schema(type = "string", maxLength = 32)) @Nullable String rule,
            @QueryParam("ticker") @Parameter(schema = @Schema(type = "string", maxLength = 32)) @Nullable String ticker,
            @BeanParam Paging paging) {
        FindingQuery query = new FindingQuery(Query.text("rule", rule), Query.text("ticker", ticker));
        return checks().findings(id, query, paging.request());
    }

    private static DataChecks checks() {
        return Call.current().session().checks();
    }
}

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
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorInfo;
import org.quantplatform.api.factors.Factors;
import org.quantplatform.api.factors.ScoreQuery;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.model.Market;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** Factors that are there, and their stored scores. */
@Path("factors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "factors")
public final class FactorResource {

    @GET
    @Operation(operationId = "listFactors", summary = "Factors in order of id, with parameters and what they read")
    public Page<FactorInfo> list(@BeanParam Paging paging) {
        return factors().list(paging.request());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getFactor", summary = "A factor with its parameters and what it reads")
    public FactorInfo get(@PathParam("id") String id) {
        return factors().get(id);
    }

    @POST
    @Path("analyze")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "analyzeFactors",
            summary = "Queues an analysis of what factors foretold",
            parameters =
                    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AnalysisRequest.class),
                            examples = @ExampleObject(name = "analysis", value = Examples.ANALYSIS)))
    @ApiResponse(
            responseCode = "202",
            description = "queued; Location names it",
            content = @Content(schema = @Schema(implementation = FactorAnalysis.class)))
    public Response analyze() {
        Call call = Call.current();
        FactorAnalysis analysis =
                call.session().factorAnalyses().analyze(call.body(AnalysisRequest.class), call.idempotencyKey());
        String route = "factors/analyses/" + Links.segment(analysis.analysisId());
        return Response.accepted(analysis)
                .location(URI.create(Links.api(call, route)))
                .build();
    }

    @POST
    @Path("{id}/scores")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "computeScores",
            summary = "Queues the computation of a factor's scores; the same request again replaces them",
            parameters =
                    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ScoreRequest.class),
                            examples = @ExampleObject(name = "scores", value = Examples.SCORES)))
    @ApiResponse(
            responseCode = "202",
            description = "queued; Location names the set",
            content = @Content(schema = @Schema(implementation = ScoreSet.class)))
    public Response compute(@PathParam("id") String id) {
        Call call = Call.current();
        ScoreSet set = factors().compute(id, call.body(ScoreRequest.class), call.idempotencyKey());
        String route = "factors/" + Links.segment(set.factor()) + "/score-sets/" + Links.segment(set.scoresId());
        return Response.accepted(set)
                .location(URI.create(Links.api(call, route)))
                .build();
    }

    @GET
    @Path("{id}/scores")
    @Operation(
            operationId = "getScores",
            summary = "Stored scores of the last day not after date, of the set named or the one computed last")
    public DayScores scores(
            @PathParam("id") String id,
            @QueryParam("date") @Parameter(schema = @Schema(type = "string", format = "date")) @Nullable String date,
            @QueryParam("market") @Parameter(schema = @Schema(implementation = Market.class)) @Nullable String market,
            @QueryParam("scores_id") @Nullable String scoresId) {
        ScoreQuery query = new ScoreQuery(
                Query.text("scores_id", scoresId),
                Query.choice("market", market, Market.class).orElse(null),
                Query.date("date", date).orElse(null));
        return factors().scores(id, query);
    }

    @GET
    @Path("{id}/score-sets")
    @Operation(operationId = "listScoreSets", summary = "Sets of stored scores, latest first")
    public Page<ScoreSet> scoreSets(@PathParam("id") String id, @BeanParam Paging paging) {
        return factors().scoreSets(id, paging.request());
    }

    @GET
    @Path("{id}/score-sets/{scores_id}")
    @Operation(operationId = "getScoreSet", summary = "A set of stored scores as it stands")
    public ScoreSet scoreSet(@PathParam("id") String id, @PathParam("scores_id") String scoresId) {
        return factors().scoreSet(id, scoresId);
    }

    @DELETE
    @Path("{id}/score-sets/{scores_id}")
    @Operation(operationId = "deleteScoreSet", summary = "Removes a set of stored scores")
    @ApiResponse(responseCode = "204", description = "removed")
    public Response delete(@PathParam("id") String id, @PathParam("scores_id") String scoresId) {
        factors().deleteScores(id, scoresId);
        return Response.noContent().build();
    }

    private static Factors factors() {
        return Call.current().session().factors();
    }
}

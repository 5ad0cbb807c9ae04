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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.factors.DecayTable;
import org.quantplatform.api.factors.FactorAnalyses;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.api.factors.IcSeries;
import org.quantplatform.api.factors.QuantileSeries;
import org.quantplatform.api.factors.ReturnSeries;
import org.quantplatform.api.factors.SectorTable;
import org.quantplatform.api.factors.TurnoverSeries;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** Analyses of factors; {@link FactorResource} takes new ones. */
@Path("factors/analyses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "factors")
public final class FactorAnalysisResource {

    @GET
    @Operation(operationId = "listFactorAnalyses", summary = "Analyses, latest first, without figures")
    public Page<FactorAnalysis> list(@BeanParam Paging paging) {
        return analyses().list(paging.request());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getFactorAnalysis", summary = "An analysis as it stands, with its figures by horizon")
    public FactorAnalysis get(@PathParam("id") String id) {
        return analyses().get(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteFactorAnalysis", summary = "Removes an analysis that has ended")
    @ApiResponse(responseCode = "204", description = "removed")
    public Response delete(@PathParam("id") String id) {
        analyses().delete(id);
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/ic")
    @Operation(operationId = "getFactorIc", summary = "Information coefficients by date and by month")
    public IcSeries ic(@PathParam("id") String id, @QueryParam("subject") @Nullable String subject) {
        return analyses().ic(id, Query.text("subject", subject));
    }

    @GET
    @Path("{id}/quantiles")
    @Operation(operationId = "getFactorQuantiles", summary = "Returns of the quantiles, their spread and growth")
    public QuantileSeries quantiles(@PathParam("id") String id, @QueryParam("subject") @Nullable String subject) {
        return analyses().quantiles(id, Query.text("subject", subject));
    }

    @GET
    @Path("{id}/turnover")
    @Operation(operationId = "getFactorTurnover", summary = "Turnover of the quantiles and rank autocorrelation")
    public TurnoverSeries turnover(@PathParam("id") String id, @QueryParam("subject") @Nullable String subject) {
        return analyses().turnover(id, Query.text("subject", subject));
    }

    @GET
    @Path("{id}/returns")
    @Operation(operationId = "getFactorReturns", summary = "Factor-weighted returns, alpha and beta")
    public ReturnSeries returns(@PathParam("id") String id, @QueryParam("subject") @Nullable String subject) {
        return analyses().returns(id, Query.text("subject", subject));
    }

    @GET
    @Path("{id}/sectors")
    @Operation(operationId = "getFactorSectors", summary = "Information coefficients within each sector")
    public SectorTable sectors(@PathParam("id") String id, @QueryParam("subject") @Nullable String subject) {
        return analyses().sectors(id, Query.text("subject", subject));
    }

    @GET
    @Path("{id}/decay")
    @Operation(operationId = "getFactorDecay", summary = "How foresight fades with the horizon")
    public DecayTable decay(@PathParam("id") String id, @QueryParam("subject") @Nullable String subject) {
        return analyses().decay(id, Query.text("subject", subject));
    }

    @GET
    @Path("{id}/correlation")
    @Operation(operationId = "getFactorCorrelation", summary = "Rank correlations between the factors")
    public FactorCorrelations correlation(@PathParam("id") String id) {
        return analyses().correlation(id);
    }

    private static FactorAnalyses analyses() {
        return Call.current().session().factorAnalyses();
    }
}

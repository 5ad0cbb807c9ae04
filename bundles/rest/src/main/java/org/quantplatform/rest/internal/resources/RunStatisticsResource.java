package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.statistics.Contribution;
import org.quantplatform.api.statistics.Drawdown;
import org.quantplatform.api.statistics.ExposureSeries;
import org.quantplatform.api.statistics.Grouping;
import org.quantplatform.api.statistics.RollingQuery;
import org.quantplatform.api.statistics.RollingSeries;
import org.quantplatform.api.statistics.RoundTrip;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** Statistics of completed runs. */
@Path("backtest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "backtest")
public final class RunStatisticsResource {

    private static final int MOST_WINDOW = 1_000_000;
    private static final int QUARTER = 63;

    @GET
    @Path("{id}/metrics")
    @Operation(operationId = "getMetrics", summary = "Every statistic by name")
    public BacktestMetrics metrics(@PathParam("id") String id, @BeanParam BasisFilter basis) {
        return statistics().metrics(id, basis.basis());
    }

    @GET
    @Path("{id}/rolling")
    @Operation(operationId = "getRolling", summary = "Statistics of a moving window")
    public RollingSeries rolling(
            @PathParam("id") String id,
            @QueryParam("window")
                    @Parameter(
                            description = "Returns in a window",
                            schema = @Schema(type = "integer", minimum = "2", defaultValue = "63"))
                    @Nullable
                    String window,
            @QueryParam("statistics")
                    @Parameter(
                            description = "Ids of the catalogue, with commas between them",
                            schema = @Schema(type = "string"))
                    @Nullable
                    String statistics,
            @BeanParam BasisFilter basis) {
        int returns = Query.integer("window", window, 2, MOST_WINDOW, QUARTER);
        return statistics().rolling(id, new RollingQuery(returns, ids(statistics), basis.basis()));
    }

    @GET
    @Path("{id}/drawdowns")
    @Operation(operationId = "getDrawdowns", summary = "Falls from a peak, deepest first")
    public Page<Drawdown> drawdowns(@PathParam("id") String id, @BeanParam Paging paging) {
        return statistics().drawdowns(id, paging.request());
    }

    @GET
    @Path("{id}/returns")
    @Operation(operationId = "getReturns", summary = "What each day, week, month, quarter or year brought")
    public Page<SpanReturn> returns(
            @PathParam("id") String id,
            @QueryParam("by")
                    @Parameter(schema = @Schema(implementation = Span.class, defaultValue = "month"))
                    @Nullable
                    String by,
            @BeanParam Paging paging) {
        Span span = Query.choice("by", by, Span.class).orElse(Span.MONTH);
        return statistics().returns(id, span, paging.request());
    }

    @GET
    @Path("{id}/exposures")
    @Operation(operationId = "getExposures", summary = "Gross, net, long and short at each close, by sector and ticker")
    public ExposureSeries exposures(@PathParam("id") String id) {
        return statistics().exposures(id);
    }

    @GET
    @Path("{id}/round-trips")
    @Operation(operationId = "getRoundTrips", summary = "The lives of positions")
    public Page<RoundTrip> roundTrips(@PathParam("id") String id, @BeanParam Paging paging) {
        return statistics().roundTrips(id, paging.request());
    }

    @GET
    @Path("{id}/attribution")
    @Operation(operationId = "getAttribution", summary = "Where the profit came from")
    public Page<Contribution> attribution(
            @PathParam("id") String id,
            @QueryParam("by")
                    @Parameter(schema = @Schema(implementation = Grouping.class, defaultValue = "ticker"))
                    @Nullable
                    String by,
            @BeanParam Paging paging) {
        Grouping grouping = Query.choice("by", by, Grouping.class).orElse(Grouping.TICKER);
        return statistics().attribution(id, grouping, paging.request());
    }

    private static List<String> ids(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static RunStatistics statistics() {
        return Call.current().session().statistics();
    }
}

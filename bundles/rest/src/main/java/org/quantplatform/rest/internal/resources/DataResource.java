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
import org.quantplatform.api.data.CalendarQuery;
import org.quantplatform.api.data.IndexInfo;
import org.quantplatform.api.data.IndexMembers;
import org.quantplatform.api.data.IntradaySeries;
import org.quantplatform.api.data.LatestBars;
import org.quantplatform.api.data.MarketCalendar;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.MarketRuling;
import org.quantplatform.api.data.MembersQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.RulesQuery;
import org.quantplatform.api.data.SnapshotInfo;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** Stored market data. */
@Path("data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "data")
public final class DataResource {

    @GET
    @Path("markets")
    @Operation(operationId = "listMarkets", summary = "What is stored of each market")
    public Page<MarketInfo> markets(@BeanParam Paging paging) {
        return paging.cut(data().markets());
    }

    @GET
    @Path("instruments")
    @Operation(operationId = "listInstruments", summary = "Instruments in order of market and ticker")
    public Page<Instrument> instruments(@BeanParam InstrumentFilter filter, @BeanParam Paging paging) {
        return data().instruments(filter.query(), paging.request());
    }

    @GET
    @Path("ohlcv/{ticker}")
    @Operation(operationId = "getOhlcv", summary = "An instrument's bars")
    @ApiResponse(
            responseCode = "200",
            description = "bars by day, or parts of a day by the time at which they start",
            content = @Content(schema = @Schema(oneOf = {OhlcvSeries.class, IntradaySeries.class})))
    public Response ohlcv(
            @PathParam("ticker") @Parameter(schema = @Schema(type = "string", maxLength = 32)) String ticker,
            @BeanParam OhlcvFilter filter) {
        Object series = filter.timeframe().isIntraday()
                ? data().intraday(filter.intraday(ticker))
                : data().ohlcv(filter.query(ticker));
        return Response.ok(series).build();
    }

    @GET
    @Path("latest")
    @Operation(operationId = "getLatestBars", summary = "The latest bar of each instrument of a market, side by side")
    public LatestBars latest(@BeanParam LatestFilter filter) {
        return data().latest(filter.query());
    }

    @GET
    @Path("snapshots")
    @Operation(operationId = "listSnapshots", summary = "States of the data after each import, latest first")
    public Page<SnapshotInfo> snapshots(@BeanParam Paging paging) {
        return data().snapshots(paging.request());
    }

    @GET
    @Path("markets/{market}/calendar")
    @Operation(operationId = "getCalendar", summary = "Trading days, holidays and hours of a market")
    public MarketCalendar calendar(
            @PathParam("market") @Parameter(schema = @Schema(implementation = Market.class)) String market,
            @QueryParam("from") @Parameter(schema = @Schema(type = "string", format = "date")) @Nullable String from,
            @QueryParam("to") @Parameter(schema = @Schema(type = "string", format = "date")) @Nullable String to) {
        return data().calendar(new CalendarQuery(
                market(market),
                Query.date("from", from).orElse(null),
                Query.date("to", to).orElse(null)));
    }

    @GET
    @Path("markets/{market}/rules")
    @Operation(operationId = "getMarketRules", summary = "Lots, ticks, limits and settlement of a market on a day")
    public MarketRuling rules(
            @PathParam("market") @Parameter(schema = @Schema(implementation = Market.class)) String market,
            @QueryParam("date") @Parameter(schema = @Schema(type = "string", format = "date")) @Nullable String date,
            @QueryParam("ticker") @Parameter(schema = @Schema(type = "string", maxLength = 32)) @Nullable
                    String ticker) {
        return data().rules(new RulesQuery(
                market(market), ticker, Query.date("date", date).orElse(null)));
    }

    @GET
    @Path("indexes")
    @Operation(operationId = "listIndexes", summary = "Indexes whose members are stored")
    public Page<IndexInfo> indexes(@BeanParam Paging paging) {
        return data().indexes(paging.request());
    }

    @GET
    @Path("indexes/{market}/{index}")
    @Operation(operationId = "getIndexMembers", summary = "Who belonged to an index, ever or on a day")
    public IndexMembers members(
            @PathParam("market") @Parameter(schema = @Schema(implementation = Market.class)) String market,
            @PathParam("index") @Parameter(schema = @Schema(type = "string", maxLength = 32)) String index,
            @QueryParam("date") @Parameter(schema = @Schema(type = "string", format = "date")) @Nullable String date) {
        return data().members(new MembersQuery(
                market(market), index, Query.date("date", date).orElse(null)));
    }

    private static Market market(String code) {
        return Market.find(code).orElseThrow(() -> QuantException.notFound("market", code));
    }

    private static MarketData data() {
        return Call.current().session().data();
    }
}

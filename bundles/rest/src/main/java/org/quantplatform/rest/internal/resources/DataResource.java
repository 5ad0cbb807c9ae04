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
import jakarta.ws.rs.core.MediaType;
import org.quantplatform.api.Page;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.SnapshotInfo;
import org.quantplatform.model.Instrument;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

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
    public OhlcvSeries ohlcv(
            @PathParam("ticker") @Parameter(schema = @Schema(type = "string", maxLength = 32)) String ticker,
            @BeanParam OhlcvFilter filter) {
        return data().ohlcv(filter.query(ticker));
    }

    @GET
    @Path("snapshots")
    @Operation(operationId = "listSnapshots", summary = "States of the data after each import, latest first")
    public Page<SnapshotInfo> snapshots(@BeanParam Paging paging) {
        return data().snapshots(paging.request());
    }

    private static MarketData data() {
        return Call.current().session().data();
    }
}

package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.LatestQuery;
import org.quantplatform.model.Market;
import org.quantplatform.rest.internal.http.Query;

/** The parameters of the latest bars of a market. */
public final class LatestFilter {

    @QueryParam("market")
    @Parameter(required = true, schema = @Schema(implementation = Market.class))
    private @Nullable String market;

    @QueryParam("tickers")
    @Parameter(
            description = "Only of these, with commas; of every instrument of the market otherwise",
            schema = @Schema(type = "string"))
    private @Nullable String tickers;

    @QueryParam("as_of")
    @Parameter(
            description =
                    "A snapshot's id, a time, or a day, which means its end in UTC: bars as they were stored then",
            schema = @Schema(type = "string", maxLength = 40))
    private @Nullable String asOf;

    LatestQuery query() {
        return new LatestQuery(Query.market(market), Query.tickers(tickers), Query.asOf(asOf));
    }
}

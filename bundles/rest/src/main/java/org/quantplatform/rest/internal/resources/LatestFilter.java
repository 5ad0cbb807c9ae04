package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.LatestQuery;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.http.Query;

/** The parameters of the latest bars of a market. */
public final class LatestFilter {

    private static final int LONGEST_TICKER = 32;

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
        Market region = Query.choice("market", market, Market.class)
                .orElseThrow(() -> QuantException.invalid("market", "is required"));
        return new LatestQuery(region, named(), asOf == null ? null : AsOf.parse("as_of", asOf));
    }

    private List<String> named() {
        if (tickers == null) {
            return List.of();
        }
        List<String> named =
                Arrays.stream(tickers.split(",", -1)).map(String::strip).toList();
        if (named.stream().anyMatch(ticker -> ticker.isEmpty() || ticker.length() > LONGEST_TICKER)) {
            throw QuantException.invalid("tickers", "must be tickers of 1 to 32 characters, with commas");
        }
        return named;
    }
}

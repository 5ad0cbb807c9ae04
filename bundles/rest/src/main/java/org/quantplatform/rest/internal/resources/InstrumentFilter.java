package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.InstrumentQuery;
import org.quantplatform.model.Market;
import org.quantplatform.rest.internal.http.Query;

/** The parameters that narrow the list of instruments. */
public final class InstrumentFilter {

    @QueryParam("market")
    @Parameter(schema = @Schema(implementation = Market.class))
    private @Nullable String market;

    @QueryParam("sector")
    private @Nullable String sector;

    @QueryParam("search")
    @Parameter(description = "Part of ticker or name, in any case")
    private @Nullable String search;

    InstrumentQuery query() {
        return new InstrumentQuery(
                Query.choice("market", market, Market.class).orElse(null),
                Query.text("sector", sector),
                Query.text("search", search));
    }
}

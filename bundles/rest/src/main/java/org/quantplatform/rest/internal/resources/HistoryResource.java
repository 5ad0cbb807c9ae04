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
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DiffQuery;
import org.quantplatform.api.data.FundamentalFact;
import org.quantplatform.api.data.FundamentalQuery;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** What was known when. */
@Path("data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "data")
public final class HistoryResource {

    @GET
    @Path("fundamentals/{ticker}")
    @Operation(operationId = "listFundamentals", summary = "Items of an instrument's accounts, now or as of a time")
    public Page<FundamentalFact> fundamentals(
            @PathParam("ticker") @Parameter(schema = @Schema(type = "string", maxLength = 32)) String ticker,
            @BeanParam FundamentalFilter filter,
            @BeanParam Paging paging) {
        return data().fundamentals(filter.query(ticker), paging.request());
    }

    @GET
    @Path("diff")
    @Operation(
            operationId = "diffSnapshots",
            summary = "Values of a market that were added, revised or removed between two snapshots")
    public Page<DataChange> diff(@BeanParam DiffFilter filter, @BeanParam Paging paging) {
        return data().diff(filter.query(), paging.request());
    }

    /** Which items of accounts are wanted. */
    public static final class FundamentalFilter {

        @QueryParam("market")
        @Parameter(required = true, schema = @Schema(implementation = Market.class))
        private @Nullable String market;

        @QueryParam("item")
        @Parameter(description = "Only this one", schema = @Schema(type = "string", maxLength = 64))
        private @Nullable String item;

        @QueryParam("published_to")
        @Parameter(description = "Public by this day", schema = @Schema(type = "string", format = "date"))
        private @Nullable String publishedTo;

        @QueryParam("as_of")
        @Parameter(
                description = "A snapshot's id, a time, or a day, which means its end in UTC: as it was stored then",
                schema = @Schema(type = "string", maxLength = 40))
        private @Nullable String asOf;

        FundamentalQuery query(String ticker) {
            return new FundamentalQuery(
                    Query.market(market),
                    ticker,
                    Query.text("item", item),
                    Query.date("published_to", publishedTo).orElse(null),
                    Query.asOf(asOf));
        }
    }

    /** Which states are compared. */
    public static final class DiffFilter {

        @QueryParam("market")
        @Parameter(required = true, schema = @Schema(implementation = Market.class))
        private @Nullable String market;

        @QueryParam("from")
        @Parameter(
                required = true,
                description = "The earlier snapshot, 0 for no data",
                schema = @Schema(type = "integer", minimum = "0"))
        private @Nullable String from;

        @QueryParam("to")
        @Parameter(
                required = true,
                description = "The later snapshot",
                schema = @Schema(type = "integer", minimum = "0"))
        private @Nullable String to;

        @QueryParam("ticker")
        @Parameter(schema = @Schema(type = "string", maxLength = 32))
        private @Nullable String ticker;

        DiffQuery query() {
            return new DiffQuery(
                    Query.market(market), snapshot("from", from), snapshot("to", to), Query.text("ticker", ticker));
        }

        private static long snapshot(String name, @Nullable String text) {
            if (text == null) {
                throw QuantException.invalid(name, "is required");
            }
            return Query.sequence(name, text);
        }
    }

    private static MarketData data() {
        return Call.current().session().data();
    }
}

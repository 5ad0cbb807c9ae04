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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.data.ExportKind;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.model.Market;
import org.quantplatform.model.Quality;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Download;
import org.quantplatform.rest.internal.http.Query;

/** Stored data as files. */
@Path("data/export")
@Tag(name = "data")
public final class ExportResource {

    private static final String CSV = "text/csv";
    private static final String PARQUET = "application/vnd.apache.parquet";

    @GET
    @Produces({CSV, PARQUET})
    @Operation(
            operationId = "exportData",
            summary =
                    "Stored bars of days or minutes, corporate actions or accounts as a file, of which a range may be asked for")
    @ApiResponse(
            responseCode = "200",
            description = "the file, in order of ticker and day",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = PARQUET, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "206", description = "the range of the file that was asked for")
    @ApiResponse(responseCode = "304", description = "what the caller has is still right")
    @ApiResponse(responseCode = "416", description = "no byte of the file lies in the range")
    public Response export(@BeanParam Filter filter) {
        Call call = Call.current();
        return Download.answer(call, call.session().data().export(filter.query()));
    }

    /** Which data is wanted. */
    public static final class Filter {

        @QueryParam("kind")
        @Parameter(schema = @Schema(implementation = ExportKind.class, defaultValue = "bars"))
        private @Nullable String kind;

        @QueryParam("market")
        @Parameter(required = true, schema = @Schema(implementation = Market.class))
        private @Nullable String market;

        @QueryParam("tickers")
        @Parameter(
                description = "Only of these, with commas; of every instrument of the market otherwise",
                schema = @Schema(type = "string"))
        private @Nullable String tickers;

        @QueryParam("start_date")
        @Parameter(
                description = "First day, inclusive; of accounts that of publication",
                schema = @Schema(type = "string", format = "date"))
        private @Nullable String startDate;

        @QueryParam("end_date")
        @Parameter(description = "Last day, inclusive", schema = @Schema(type = "string", format = "date"))
        private @Nullable String endDate;

        @QueryParam("as_of")
        @Parameter(
                description = "A snapshot's id, a time, or a day, which means its end in UTC: as it was stored then",
                schema = @Schema(type = "string", maxLength = 40))
        private @Nullable String asOf;

        @QueryParam("quality")
        @Parameter(
                description = "Of bars: strict leaves out those that are flagged",
                schema = @Schema(implementation = Quality.class, defaultValue = "all"))
        private @Nullable String quality;

        @QueryParam("format")
        @Parameter(
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"csv", "parquet"},
                                defaultValue = "csv"))
        private @Nullable String format;

        ExportQuery query() {
            return new ExportQuery(
                    Query.choice("kind", kind, ExportKind.class).orElse(ExportKind.BARS),
                    Query.market(market),
                    Query.tickers(tickers),
                    Query.date("start_date", startDate).orElse(null),
                    Query.date("end_date", endDate).orElse(null),
                    Query.asOf(asOf),
                    Query.choice("quality", quality, Quality.class).orElse(Quality.ALL),
                    Query.choice("format", format, ResultFormat.class).orElse(ResultFormat.CSV));
        }
    }
}

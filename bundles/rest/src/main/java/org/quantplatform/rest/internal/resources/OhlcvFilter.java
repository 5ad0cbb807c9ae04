package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.IntradayQuery;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.http.Query;

/** The parameters of an instrument's bars. */
public final class OhlcvFilter {

    @QueryParam("market")
    @Parameter(required = true, schema = @Schema(implementation = Market.class))
    private @Nullable String market;

    @QueryParam("start_date")
    @Parameter(
            description = "First day, inclusive; of parts of a day also a time, in which the first bar lies",
            schema = @Schema(type = "string", example = "2026-11-27"))
    private @Nullable String startDate;

    @QueryParam("end_date")
    @Parameter(
            description = "Last day, inclusive; of parts of a day also a time, at which the bars end",
            schema = @Schema(type = "string", example = "2026-11-27"))
    private @Nullable String endDate;

    @QueryParam("timeframe")
    @Parameter(
            description =
                    "A day; a month or quarter, which stands on its last day with a bar, the last ends on end_date; or a"
                            + " part of a day, which stands at its start",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"1m", "5m", "15m", "1h", "1d", "1mo", "1q"},
                            defaultValue = "1d"))
    private @Nullable String timeframe;

    @QueryParam("adjust")
    @Parameter(
            description = "Which corporate actions are taken out of the prices",
            schema = @Schema(implementation = Adjust.class, defaultValue = "none"))
    private @Nullable String adjust;

    @QueryParam("as_of")
    @Parameter(
            description =
                    "A snapshot's id, a time, or a day, which means its end in UTC: bars as they were stored then",
            schema = @Schema(type = "string", maxLength = 40))
    private @Nullable String asOf;

    @QueryParam("limit")
    @Parameter(
            description = "Most bars of parts of a day in an answer, which says where the next one begins",
            schema = @Schema(type = "integer", minimum = "1", maximum = "5000", defaultValue = "1000"))
    private @Nullable String limit;

    Timeframe timeframe() {
        return timeframe == null ? Timeframe.DAY : Timeframe.parse("timeframe", timeframe);
    }

    IntradayQuery intraday(String ticker) {
        Market region = Query.market(market);
        if (Query.choice("adjust", adjust, Adjust.class).orElse(Adjust.NONE) != Adjust.NONE) {
            throw QuantException.invalid("adjust", "must be none: parts of a day are shown as they were stated");
        }
        return new IntradayQuery(
                region,
                ticker,
                startDate == null ? null : IntradayQuery.start("start_date", startDate, region),
                endDate == null ? null : IntradayQuery.end("end_date", endDate, region),
                timeframe(),
                Query.integer("limit", limit, 1, IntradayQuery.MOST, IntradayQuery.USUAL),
                Query.asOf(asOf));
    }

    OhlcvQuery query(String ticker) {
        Market region = Query.market(market);
        LocalDate start = Query.date("start_date", startDate).orElse(null);
        LocalDate end = Query.date("end_date", endDate).orElse(null);
        if (start != null && end != null && end.isBefore(start)) {
            throw QuantException.invalid("end_date", "must not be before start_date");
        }
        Adjust basis = Query.choice("adjust", adjust, Adjust.class).orElse(Adjust.NONE);
        if (limit != null) {
            throw QuantException.invalid("limit", "is for parts of a day only");
        }
        return new OhlcvQuery(region, ticker, start, end, timeframe(), basis, Query.asOf(asOf));
    }
}

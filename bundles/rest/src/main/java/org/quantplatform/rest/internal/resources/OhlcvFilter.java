package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
    @Parameter(description = "First day, inclusive", schema = @Schema(type = "string", format = "date"))
    private @Nullable String startDate;

    @QueryParam("end_date")
    @Parameter(description = "Last day, inclusive", schema = @Schema(type = "string", format = "date"))
    private @Nullable String endDate;

    @QueryParam("timeframe")
    @Parameter(
            description =
                    "A day, or a month or quarter, which stands on its last day with a bar; the last ends on end_date",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"1d", "1mo", "1q"},
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

    OhlcvQuery query(String ticker) {
        Market region = Query.market(market);
        LocalDate start = Query.date("start_date", startDate).orElse(null);
        LocalDate end = Query.date("end_date", endDate).orElse(null);
        if (start != null && end != null && end.isBefore(start)) {
            throw QuantException.invalid("end_date", "must not be before start_date");
        }
        Timeframe unit = timeframe == null ? Timeframe.DAY : Timeframe.parse("timeframe", timeframe);
        Adjust basis = Query.choice("adjust", adjust, Adjust.class).orElse(Adjust.NONE);
        return new OhlcvQuery(region, ticker, start, end, unit, basis, Query.asOf(asOf));
    }
}

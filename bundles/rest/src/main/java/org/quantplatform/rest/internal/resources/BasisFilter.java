package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.statistics.Basis;
import org.quantplatform.rest.internal.http.Query;

/** What statistics are annualised with. */
public final class BasisFilter {

    @QueryParam("periods")
    @Parameter(description = "Periods in a year", schema = @Schema(type = "number", defaultValue = "252"))
    private @Nullable String periods;

    @QueryParam("risk_free")
    @Parameter(description = "Risk-free return per year", schema = @Schema(type = "number", defaultValue = "0"))
    private @Nullable String riskFree;

    Basis basis() {
        return new Basis(
                Query.decimal("periods", periods, Basis.DAILY.periods()),
                Query.decimal("risk_free", riskFree, Basis.DAILY.riskFree()));
    }
}

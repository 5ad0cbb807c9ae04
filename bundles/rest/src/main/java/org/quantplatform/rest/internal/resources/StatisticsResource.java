package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.quantplatform.api.Page;
import org.quantplatform.api.statistics.StatisticInfo;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** What every statistic means. */
@Path("statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
public final class StatisticsResource {

    @GET
    @Operation(operationId = "listStatistics", summary = "Every statistic with its formula and convention")
    public Page<StatisticInfo> catalogue(@BeanParam Paging paging) {
        return paging.cut(Call.current().session().statistics().catalogue());
    }
}

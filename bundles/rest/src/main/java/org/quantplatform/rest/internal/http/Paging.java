package org.quantplatform.rest.internal.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;

/** The parameters of every list. */
public final class Paging {

    @QueryParam("page")
    @Parameter(
            description = "Page, from 1",
            schema = @Schema(type = "integer", minimum = "1", maximum = "1000000", defaultValue = "1"))
    private @Nullable String page;

    @QueryParam("limit")
    @Parameter(
            description = "Rows per page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "50"))
    private @Nullable String limit;

    public PageRequest request() {
        return new PageRequest(
                Query.integer("page", page, 1, 1_000_000, PageRequest.FIRST.page()),
                Query.integer("limit", limit, 1, PageRequest.MAX_LIMIT, PageRequest.FIRST.limit()));
    }

    /** A list that is at hand whole is given whole unless a part is asked for. */
    public <T> Page<T> cut(List<T> all) {
        PageRequest wanted = request();
        return page == null && limit == null
                ? new Page<>(all, 1, Math.max(1, all.size()), all.size())
                : Page.cut(all, wanted);
    }
}

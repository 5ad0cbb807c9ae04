package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.http.Query;

/** Which audit records are wanted. */
public final class AuditFilter {

    @QueryParam("username")
    private @Nullable String username;

    @QueryParam("action")
    @Parameter(description = "Such as backtest.submit")
    private @Nullable String action;

    @QueryParam("resource")
    @Parameter(description = "Id of what something was done to")
    private @Nullable String resource;

    @QueryParam("status")
    @Parameter(
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"ok", "denied", "failed"}))
    private @Nullable String status;

    @QueryParam("address")
    private @Nullable String address;

    @QueryParam("from")
    @Parameter(description = "Inclusive; a time, or a day from its beginning in UTC")
    private @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Exclusive; a time, or a day from its beginning in UTC")
    private @Nullable String to;

    AuditQuery query() {
        Instant start = Query.time("from", from).orElse(null);
        Instant end = Query.time("to", to).orElse(null);
        if (start != null && end != null && end.isBefore(start)) {
            throw QuantException.invalid("to", "must not be before from");
        }
        if (status != null && !status.matches("ok|denied|failed")) {
            throw QuantException.invalid("status", "must be one of ok, denied, failed");
        }
        return new AuditQuery(
                Query.text("username", username),
                Query.text("action", action),
                Query.text("resource", resource),
                status,
                Query.text("address", address),
                start,
                end);
    }
}

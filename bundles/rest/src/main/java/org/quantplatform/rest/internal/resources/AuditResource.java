package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** What was done and refused. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public final class AuditResource {

    @GET
    @Operation(operationId = "listAudit", summary = "Audit records, latest first")
    public Page<AuditRecord> list(
            @QueryParam("username") @Nullable String username,
            @QueryParam("action") @Nullable String action,
            @BeanParam Paging paging) {
        AuditQuery query = new AuditQuery(Query.text("username", username), Query.text("action", action));
        return Call.current().session().audit().list(query, paging.request());
    }
}

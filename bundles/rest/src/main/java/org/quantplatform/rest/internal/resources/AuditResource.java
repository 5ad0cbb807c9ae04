package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** What was done and refused. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public final class AuditResource {

    @GET
    @Operation(operationId = "listAudit", summary = "Audit records, latest first")
    public Page<AuditRecord> list(@BeanParam AuditFilter filter, @BeanParam Paging paging) {
        return Call.current().session().audit().list(filter.query(), paging.request());
    }

    @POST
    @Path("verify")
    @Operation(
            operationId = "verifyAudit",
            summary = "Reads the whole log and finds the first record that is not right")
    public AuditVerification verify(
            @QueryParam("anchor")
                    @Parameter(description = "Place and hash of a record as told earlier, such as 120:9f86…")
                    @Nullable
                    String anchor) {
        return Call.current().session().audit().verify(anchor);
    }
}

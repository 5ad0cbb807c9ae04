package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.quantplatform.api.Page;
import org.quantplatform.api.factors.ExpressionOperator;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** What formulas may call. */
@Path("factors/operators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "factors")
public final class OperatorResource {

    @GET
    @Operation(operationId = "listOperators", summary = "Operators of expressions")
    public Page<ExpressionOperator> list(@BeanParam Paging paging) {
        return Call.current().session().expressions().operators(paging.request());
    }
}

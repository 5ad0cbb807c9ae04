package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.quantplatform.api.Page;
import org.quantplatform.api.factors.ExpressionDefinition;
import org.quantplatform.api.factors.Expressions;
import org.quantplatform.api.factors.StoredExpression;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** The caller's formulas. */
@Path("factors/expressions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "factors")
public final class ExpressionResource {

    @GET
    @Operation(operationId = "listExpressions", summary = "Stored expressions, in order of id")
    public Page<StoredExpression> list(@BeanParam Paging paging) {
        return expressions().list(paging.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createExpression",
            summary = "Stores an expression, which is a factor from then on; the same again changes nothing")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ExpressionDefinition.class),
                            examples = @ExampleObject(name = "expression", value = Examples.EXPRESSION)))
    @ApiResponse(
            responseCode = "201",
            description = "stored; Location names it",
            content = @Content(schema = @Schema(implementation = StoredExpression.class)))
    public Response create() {
        Call call = Call.current();
        StoredExpression stored = expressions().create(call.body(ExpressionDefinition.class));
        return Response.created(URI.create(Links.api(call, "factors/expressions/" + stored.id())))
                .entity(stored)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getExpression", summary = "A stored expression and what it reads")
    public StoredExpression get(@PathParam("id") String id) {
        return expressions().get(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteExpression", summary = "Removes an expression; what used it stays as it is")
    @ApiResponse(responseCode = "204", description = "removed")
    public Response delete(@PathParam("id") String id) {
        expressions().delete(id);
        return Response.noContent().build();
    }

    private static Expressions expressions() {
        return Call.current().session().expressions();
    }
}

package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.quantplatform.api.Page;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.Strategies;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** Stored strategies. */
@Path("strategies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "strategies")
public final class StrategyResource {

    @GET
    @Operation(operationId = "listStrategies", summary = "Stored strategies, in order of id")
    public Page<StoredStrategy> list(@BeanParam Paging paging) {
        return strategies().list(paging.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createStrategy",
            summary = "Stores a strategy",
            parameters =
                    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = StrategyDefinition.class),
                            examples = {
                                @ExampleObject(name = "short", value = Examples.STRATEGY_SHORT),
                                @ExampleObject(name = "long", value = Examples.STRATEGY_LONG)
                            }))
    @ApiResponse(
            responseCode = "201",
            description = "stored; Location names it",
            content = @Content(schema = @Schema(implementation = StoredStrategy.class)))
    public Response create() {
        Call call = Call.current();
        StrategyDefinition definition = call.body(StrategyDefinition.class);
        StoredStrategy stored = strategies().create(definition, call.idempotencyKey());
        return Response.created(URI.create(Links.api(call, "strategies/" + stored.id())))
                .entity(stored)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getStrategy", summary = "A stored strategy")
    public StoredStrategy get(@PathParam("id") String id) {
        return strategies().get(id);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "updateStrategy",
            summary = "Replaces a strategy's definition",
            parameters =
                    @Parameter(
                            name = "If-Match",
                            in = ParameterIn.HEADER,
                            description = "ETag of the version that is to be replaced",
                            schema = @Schema(type = "string")))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = StrategyDefinition.class),
                            examples = @ExampleObject(name = "long", value = Examples.STRATEGY_NEXT)))
    public StoredStrategy update(@PathParam("id") String id) {
        Call call = Call.current();
        StrategyDefinition definition = call.body(StrategyDefinition.class);
        return strategies().update(id, definition, call.expectedVersion());
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteStrategy", summary = "Removes a strategy; its backtests stay")
    @ApiResponse(responseCode = "204", description = "removed")
    public Response delete(@PathParam("id") String id) {
        strategies().delete(id);
        return Response.noContent().build();
    }

    private static Strategies strategies() {
        return Call.current().session().strategies();
    }
}

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
import org.quantplatform.api.Page;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.ScheduleRequest;
import org.quantplatform.api.data.Updates;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** Updates of market data that are repeated. */
@Path("data/schedules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "data")
public final class ScheduleResource {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addSchedule", summary = "Repeats an update by cron, or after the close of a market")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ScheduleRequest.class),
                            examples = {
                                @ExampleObject(name = "after-close", value = Examples.SCHEDULE_AFTER_CLOSE),
                                @ExampleObject(name = "cron", value = Examples.SCHEDULE_CRON)
                            }))
    @ApiResponse(
            responseCode = "201",
            description = "kept",
            content = @Content(schema = @Schema(implementation = Schedule.class)))
    public Response add() {
        Schedule added = updates().schedule(Call.current().body(ScheduleRequest.class));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @GET
    @Operation(operationId = "listSchedules", summary = "Updates that are repeated, in order of the next run")
    public Page<Schedule> list(@BeanParam Paging paging) {
        return updates().schedules(paging.request());
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removeSchedule", summary = "Ends the repetition; what it started goes on")
    @ApiResponse(responseCode = "204", description = "removed")
    public void remove(@PathParam("id") String id) {
        updates().unschedule(id);
    }

    @POST
    @Path("{id}/run")
    @Operation(operationId = "runSchedule", summary = "Makes it due at once, in its owner's name")
    @ApiResponse(
            responseCode = "202",
            description = "due; a server starts it within seconds",
            content = @Content(schema = @Schema(implementation = Schedule.class)))
    public Response run(@PathParam("id") String id) {
        return Response.accepted(updates().runNow(id)).build();
    }

    private static Updates updates() {
        return Call.current().session().updates();
    }
}

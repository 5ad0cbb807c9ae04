package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Open;

/** How the platform is; answers without a session and while the platform starts. */
@Open
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "health")
public final class HealthResource {

    /** Answer of a process that runs. */
    public record Alive(String status) {}

    @GET
    @Operation(operationId = "health", summary = "How the platform and its parts are")
    public HealthReport report() {
        return Call.current().front().health();
    }

    @GET
    @Path("live")
    @Operation(operationId = "healthLive", summary = "Whether the process runs")
    public Alive live() {
        return new Alive("ok");
    }

    @GET
    @Path("ready")
    @Operation(operationId = "healthReady", summary = "Whether the platform can work")
    @ApiResponse(
            responseCode = "200",
            description = "ready",
            content = @Content(schema = @Schema(implementation = HealthReport.class)))
    @ApiResponse(
            responseCode = "503",
            description = "not ready; problems tells why",
            content = @Content(schema = @Schema(implementation = HealthReport.class)))
    public Response ready() {
        HealthReport report = Call.current().front().health();
        return report.ready()
                ? Response.ok(report).build()
                : Response.status(503).header("Retry-After", "1").entity(report).build();
    }
}

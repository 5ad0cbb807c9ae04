package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.quantplatform.api.Page;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** Long work of every kind. */
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public final class JobResource {

    @GET
    @Operation(operationId = "listJobs", summary = "Jobs, latest first")
    public Page<Job> list(@BeanParam Paging paging) {
        return jobs().list(paging.request());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getJob", summary = "A job as it stands")
    public Job get(@PathParam("id") String id) {
        return jobs().get(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(operationId = "cancelJob", summary = "Asks a job to end soon")
    public Job cancel(@PathParam("id") String id) {
        return jobs().cancel(id);
    }

    private static Jobs jobs() {
        return Call.current().session().jobs();
    }
}

package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.Plugins;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;
import org.quantplatform.rest.internal.http.Query;

/** What is plugged in. */
@Path("plugins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plugins")
public final class PluginResource {

    @GET
    @Operation(operationId = "listPlugins", summary = "Plug-ins in order of kind and id")
    public Page<PluginInfo> list(
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = PluginKind.class)) @Nullable String kind,
            @BeanParam Paging paging) {
        return plugins().list(Query.choice("kind", kind, PluginKind.class), paging.request());
    }

    @GET
    @Path("{kind}/{id}")
    @Operation(operationId = "getPlugin", summary = "A plug-in with its parameters")
    public PluginInfo get(
            @PathParam("kind") @Parameter(schema = @Schema(implementation = PluginKind.class)) String kind,
            @PathParam("id") String id) {
        return plugins().get(kind(kind), id);
    }

    @POST
    @Path("{kind}/{id}/verify")
    @Operation(operationId = "verifyPlugin", summary = "Probes a plug-in again and answers with the outcome")
    public PluginInfo verify(
            @PathParam("kind") @Parameter(schema = @Schema(implementation = PluginKind.class)) String kind,
            @PathParam("id") String id) {
        return plugins().verify(kind(kind), id);
    }

    private static PluginKind kind(String code) {
        return PluginKind.find(code).orElseThrow(() -> QuantException.notFound("plug-in kind", code));
    }

    private static Plugins plugins() {
        return Call.current().session().plugins();
    }
}

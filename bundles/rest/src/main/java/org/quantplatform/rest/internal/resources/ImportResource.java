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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.quantplatform.api.Page;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.rest.internal.front.Gate;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.ImportForm;
import org.quantplatform.rest.internal.http.Paging;

/** Bringing market data in. */
@Path("data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "data")
public final class ImportResource {

    /** The parts of an upload. */
    public record UploadForm(
            @Schema(description = "csv, csv.gz or zip; may be repeated", type = "string", format = "binary")
                    String file,
            ImportRequest options) {}

    @POST
    @Path("import")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "importData",
            summary = "Queues an import of uploaded files, of files in the server's import folder, or of a source",
            parameters =
                    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = UploadForm.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ImportRequest.class),
                        examples = {
                            @ExampleObject(name = "options", value = Examples.IMPORT_OPTIONS),
                            @ExampleObject(name = "demo", value = Examples.IMPORT_DEMO)
                        })
            })
    @ApiResponse(
            responseCode = "202",
            description = "queued; Location names it",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response importData() {
        Call call = Call.current();
        ImportReport report = isForm(call) ? importForm(call) : importNamed(call);
        return Response.accepted(report)
                .location(URI.create(Links.api(call, "data/imports/" + Links.segment(report.importId()))))
                .build();
    }

    @GET
    @Path("imports")
    @Operation(operationId = "listImports", summary = "Imports, latest first, without details")
    public Page<ImportReport> imports(@BeanParam Paging paging) {
        return data().imports(paging.request());
    }

    @GET
    @Path("imports/{id}")
    @Operation(operationId = "getImport", summary = "An import with its accounting")
    public ImportReport get(@PathParam("id") String id) {
        return data().getImport(id);
    }

    private static boolean isForm(Call call) {
        return Gate.mediaType(call.request().getHeader("Content-Type")).equals(MediaType.MULTIPART_FORM_DATA);
    }

    private static ImportReport importForm(Call call) {
        try (ImportForm form = ImportForm.read(call)) {
            return data().importData(form.options(), form.files(), call.idempotencyKey());
        }
    }

    private static ImportReport importNamed(Call call) {
        return data().importData(call.body(ImportRequest.class), List.of(), call.idempotencyKey());
    }

    private static MarketData data() {
        return Call.current().session().data();
    }
}

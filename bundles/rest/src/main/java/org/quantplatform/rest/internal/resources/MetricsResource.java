package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.rest.internal.front.Front;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Open;

/** Numbers for monitoring, in Prometheus' text format 0.0.4. */
@Open
@Path("metrics")
@Produces("text/plain;version=0.0.4;charset=utf-8")
@Tag(name = "health")
public final class MetricsResource {

    @GET
    @Operation(operationId = "metrics", summary = "Numbers for monitoring (Prometheus text)")
    @ApiResponse(
            responseCode = "200",
            description = "Prometheus text",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    public Response metrics() {
        Front front = Call.current().front();
        HealthReport health = front.health();
        StringBuilder text = new StringBuilder();
        gauge(text, "quant_ready", "1 when the platform can work", Map.of("", health.ready() ? 1 : 0));
        gauge(text, "quant_uptime_seconds", "Seconds since start", Map.of("", health.uptimeSeconds()));
        gauge(text, "quant_jobs", "Jobs by status", labels("status", new TreeMap<>(health.jobs())));
        Map<String, Number> plugins = new LinkedHashMap<>();
        plugins.put("active", health.plugins().active());
        plugins.put("quarantined", health.plugins().quarantined());
        gauge(text, "quant_plugins", "Plug-ins by status", labels("status", plugins));
        gauge(
                text,
                "quant_event_streams",
                "Open event streams",
                Map.of("", front.streams().count()));
        Map<String, Number> answers = new LinkedHashMap<>();
        for (int i = 1; i <= 5; i++) {
            answers.put(i + "xx", front.traffic().answers(i));
        }
        family(text, "quant_http_requests_total", "Answers by class of status", "counter", labels("status", answers));
        memory(text);
        return Response.ok(text.toString().getBytes(StandardCharsets.UTF_8)).build();
    }

    private static void memory(StringBuilder text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        Map<String, Number> used = new LinkedHashMap<>();
        used.put("heap", heap.getUsed());
        used.put("nonheap", other.getUsed());
        gauge(text, "jvm_memory_used_bytes", "Memory in use", labels("area", used));
        gauge(text, "jvm_memory_max_bytes", "Largest heap, -1 for none", Map.of("{area=\"heap\"}", heap.getMax()));
    }

    private static void gauge(StringBuilder text, String name, String help, Map<String, ? extends Number> values) {
        family(text, name, help, "gauge", values);
    }

    private static void family(
            StringBuilder text, String name, String help, String type, Map<String, ? extends Number> values) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        values.forEach((label, value) ->
                text.append(name).append(label).append(' ').append(value).append('\n'));
    }

    private static Map<String, Number> labels(String label, Map<String, ? extends Number> values) {
        Map<String, Number> labelled = new LinkedHashMap<>();
        values.forEach((value, number) -> labelled.put("{" + label + "=\"" + value + "\"}", number));
        return labelled;
    }
}

package org.quantplatform.rest.internal.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.quantplatform.rest.internal.cache.CachedAnswer;

/** Writes what a route returns: selects fields, tags, answers 304 when the caller has it already, compresses. */
public final class AnswerFilter implements ContainerResponseFilter {

    private static final int COMPRESSED_FROM = 1024;
    private static final int USUAL_SIZE = 1 << 15;
    private static final String ALLOW = "Allow";

    private final AllowedMethods methods;

    public AnswerFilter(AllowedMethods methods) {
        this.methods = methods;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (response.getHeaders().containsKey(ALLOW)) {
            String path = request.getUriInfo().getPath();
            response.getHeaders().putSingle(ALLOW, methods.of(path));
        }
        Object entity = response.getEntity();
        if (entity == null || entity instanceof byte[] || entity instanceof StreamingOutput) {
            return;
        }
        String fields = request.getUriInfo().getQueryParameters().getFirst("fields");
        if (entity instanceof JsonStream stream) {
            stream(request, response, stream, fields);
            return;
        }
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(USUAL_SIZE);
        Documents.write(entity, response.getEntityType(), fields, buffer);
        byte[] body = buffer.toByteArray();
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("ETag", Documents.tag(entity, body));
        Optional<Instant> modified = Documents.lastModified(entity);
        modified.ifPresent(time -> headers.putSingle("Last-Modified", httpDate(time)));
        if (isFresh(request, response, modified)) {
            return;
        }
        boolean packed = body.length >= COMPRESSED_FROM && compresses(request, headers);
        byte[] sent = packed ? gzip(body) : body;
        if (request.getMethod().equals("GET") && response.getStatus() == 200) {
            Call.current()
                    .keep(new CachedAnswer(
                            String.valueOf(headers.getFirst("ETag")),
                            modified.map(AnswerFilter::httpDate).orElse(""),
                            packed ? "gzip" : "",
                            sent));
        }
        headers.putSingle("Content-Length", sent.length);
        response.setEntity(sent, new java.lang.annotation.Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }

    private static void stream(
            ContainerRequestContext request,
            ContainerResponseContext response,
            JsonStream stream,
            @Nullable String fields) {
        if (fields != null) {
            FieldSelection.parse(fields);
        }
        String suffix = fields == null ? "" : "-" + Documents.digest(fields.getBytes(StandardCharsets.UTF_8));
        stream.tag().ifPresent(tag -> response.getHeaders().putSingle("ETag", "\"" + tag + suffix + "\""));
        if (isFresh(request, response, Optional.empty())) {
            return;
        }
        boolean packed = compresses(request, response.getHeaders());
        StreamingOutput output = out -> {
            OutputStream target = packed ? new GZIPOutputStream(out, 8192) : out;
            Documents.write(stream, stream.getClass(), fields, target);
        };
        response.setEntity(output, new java.lang.annotation.Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }

    /** True when the answer has become 304. */
    private static boolean isFresh(
            ContainerRequestContext request, ContainerResponseContext response, Optional<Instant> modified) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!read || response.getStatus() != 200) {
            response.getHeaders().putSingle("Cache-Control", "no-store");
            return false;
        }
        response.getHeaders().putSingle("Cache-Control", "private, no-cache");
        response.getHeaders().add("Vary", "Accept-Encoding");
        if (!matches(request, (String) response.getHeaders().getFirst("ETag"), modified)) {
            return false;
        }
        response.setStatus(304);
        response.setEntity(null);
        return true;
    }

    private static boolean matches(ContainerRequestContext request, @Nullable String tag, Optional<Instant> modified) {
        String known = request.getHeaderString("If-None-Match");
        if (known != null) {
            return tag != null && Conditions.names(known, tag);
        }
        String since = request.getHeaderString("If-Modified-Since");
        if (since == null || modified.isEmpty()) {
            return false;
        }
        try {
            Instant time = ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return !modified.get().truncatedTo(ChronoUnit.SECONDS).isAfter(time);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean compresses(ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        boolean gzip = Conditions.acceptsGzip(request.getHeaderString("Accept-Encoding"));
        if (gzip) {
            headers.putSingle("Content-Encoding", "gzip");
        }
        return gzip;
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
    }
}

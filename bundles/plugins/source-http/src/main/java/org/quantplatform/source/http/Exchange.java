package org.quantplatform.source.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;

/** One request and its answer: bounded in time and size, and given up when the caller cancels. */
final class Exchange {

    private static final long LOOK_MILLIS = 200;
    private static final int CHUNK = 16_384;

    private final HttpClient client;
    private final Duration timeout;
    private final int maxBytes;

    Exchange(HttpClient client, Duration timeout, int maxBytes) {
        this.client = client;
        this.timeout = timeout;
        this.maxBytes = maxBytes;
    }

    WebAnswer send(WebRequest request, BooleanSupplier cancelled) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(built(request), response -> new BoundedBody(maxBytes));
        try {
            return answer(request, wait(answer, cancelled));
        } catch (ConnectException e) {
            throw new IOException("no connection to " + request.uri().getHost(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest built(WebRequest request) {
        HttpRequest.BodyPublisher body = request.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(request.body());
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(timeout)
                .version(
                        "https".equals(request.uri().getScheme())
                                ? HttpClient.Version.HTTP_2
                                : HttpClient.Version.HTTP_1_1)
                .header("Accept-Encoding", "gzip")
                .method(request.method(), body);
        request.headers().forEach(builder::setHeader);
        return builder.build();
    }

    /** Head and body together may take twice the time that the head alone may. */
    private HttpResponse<byte[]> wait(CompletableFuture<HttpResponse<byte[]>> answer, BooleanSupplier cancelled)
            throws IOException {
        long end = System.nanoTime() + 2 * timeout.toNanos();
        while (true) {
            try {
                return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (cancelled.getAsBoolean()) {
                    throw new FetchCancelled();
                }
                if (System.nanoTime() > end) {
                    throw new HttpTimeoutException("no whole answer within " + 2 * timeout.toSeconds() + " s");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            } catch (ExecutionException e) {
                throw cause(e);
            }
        }
    }

    private static IOException cause(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof UnreadableAnswer unreadable) {
            return unreadable;
        }
        if (cause instanceof ConnectException refused) {
            return refused;
        }
        return cause instanceof IOException io && io.getCause() instanceof UnreadableAnswer unreadable
                ? unreadable
                : new IOException(String.valueOf(cause.getMessage()), cause);
    }

    private WebAnswer answer(WebRequest request, HttpResponse<byte[]> response) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        boolean packed = headers.getOrDefault("content-encoding", List.of()).contains("gzip");
        byte[] body = packed && response.body().length > 0 ? unpacked(response.body()) : response.body();
        return new WebAnswer(response.statusCode(), headers, body, request.uri());
    }

    private byte[] unpacked(byte[] packed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] part = new byte[CHUNK];
            for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
                bytes.write(part, 0, read);
                if (bytes.size() > maxBytes) {
                    throw BoundedBody.tooLong(maxBytes);
                }
            }
        }
        return bytes.toByteArray();
    }
}

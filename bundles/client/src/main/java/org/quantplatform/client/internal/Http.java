package org.quantplatform.client.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLHandshakeException;
import org.quantplatform.client.Attempt;
import org.quantplatform.client.ClientComforts;
import org.quantplatform.client.ClientSettings;
import org.quantplatform.client.ClientSettings.Token;
import org.quantplatform.client.Exchange;
import org.quantplatform.client.TokenRenewal;
import org.quantplatform.client.internal.AnswerFiles.Kept;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Makes calls: waits when the server is busy, asks again after a broken connection where that is safe. */
public final class Http {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private final ClientSettings settings;
    private final Consumer<Exchange> exchanges;
    private final HttpClient client;
    private final CurrentToken token;
    private final Consumer<Attempt> attempts;
    private final Optional<AnswerFiles> kept;

    public Http(ClientSettings settings, Consumer<Exchange> exchanges, TokenRenewal renewal, ClientComforts comforts) {
        this.attempts = comforts.attempts();
        this.kept = comforts.answers().map(AnswerFiles::new);
        this.settings = settings;
        this.token = new CurrentToken(settings.token(), renewal);
        this.exchanges = exchanges;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        settings.authorities().map(Trust::context).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    String server() {
        return settings.server().toString();
    }

    /** The answer when it is a good one; throws what it says otherwise. */
    Answer send(Call call) {
        return send(call, settings.timeout());
    }

    /** As {@link #send(Call)}, for what takes its time. */
    Answer send(Call call, Duration timeout) {
        for (int attempt = 1; ; attempt++) {
            Optional<Duration> pause;
            try {
                Answer answer = once(call, timeout, attempt);
                if (answer.good()) {
                    return answer;
                }
                Optional<Duration> wanted = Pauses.wanted(answer.headers(), Instant.now());
                pause = mayRepeat(call, answer) ? Pauses.after(attempt, settings, wanted) : Optional.empty();
                if (pause.isEmpty()) {
                    throw Problems.read(answer);
                }
            } catch (IOException e) {
                pause = call.repeatable() && brokeOff(e)
                        ? Pauses.after(attempt, settings, Optional.empty())
                        : Optional.empty();
                if (pause.isEmpty()) {
                    throw unreachable(e);
                }
            }
            rest(pause.get());
        }
    }

    /** As {@link #send(Call)}, for what holds a password; a server that is busy or shuts its door is not asked again. */
    Answer secret(Call call) {
        ClientSettings.requireSafe(settings.server(), "a password");
        Answer answer = ask(call, settings.timeout());
        if (!answer.good()) {
            throw Problems.read(answer);
        }
        return answer;
    }

    /** As {@link #send}, but made once and with whatever status. */
    Answer ask(Call call, Duration timeout) {
        try {
            return once(call, timeout, 1);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    CompletableFuture<WebSocket> connect(String path, WebSocket.Listener listener) {
        Optional<Token> carried = token.get();
        return connect(path, listener, carried)
                .exceptionallyCompose(e -> isRefused(e) && token.isRenewed(carried)
                        ? connect(path, listener, token.get())
                        : CompletableFuture.failedFuture(e));
    }

    private CompletableFuture<WebSocket> connect(String path, WebSocket.Listener listener, Optional<Token> carried) {
        String address = settings.server() + path;
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(settings.connectTimeout());
        carried.ifPresent(t -> builder.header(t.header(), t.value()));
        return builder.buildAsync(URI.create("ws" + address.substring("http".length())), listener);
    }

    private static boolean isRefused(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof WebSocketHandshakeException handshake
                && handshake.getResponse().statusCode() == UNAUTHORIZED;
    }

    /** What was refused as one too many was not begun; what broke off in the middle may have been done. */
    private static boolean mayRepeat(Call call, Answer answer) {
        return answer.status() == TOO_MANY || answer.busy() && call.repeatable();
    }

    private Answer once(Call call, Duration timeout, int attempt) throws IOException {
        Optional<Token> carried = token.get();
        Answer answer = exchange(call, carried, timeout, attempt);
        return answer.status() == UNAUTHORIZED && token.isRenewed(carried)
                ? exchange(call, token.get(), timeout, attempt)
                : answer;
    }

    private Answer exchange(Call call, Optional<Token> carried, Duration timeout, int attempt) throws IOException {
        long start = System.nanoTime();
        String outcome = "no answer";
        try {
            Optional<Kept> known = kept.filter(files -> mayKeep(call)).flatMap(files -> files.find(call.path()));
            Call asked =
                    known.map(one -> call.with("If-None-Match", one.etag())).orElse(call);
            CompletableFuture<HttpResponse<byte[]>> response =
                    client.sendAsync(request(asked, carried), info -> new BoundedBody(BoundedBody.LIMIT));
            Answer came = Answer.of(server(), await(response, timeout));
            outcome = String.valueOf(came.status());
            Answer answer = came.status() == NOT_MODIFIED && known.isPresent() ? came.as(known.get()) : came;
            if (answer.good()) {
                exchanges.accept(
                        new Exchange(call.method(), call.path(), answer.status(), millis(start), answer.body()));
                keep(call, came);
            }
            return answer;
        } finally {
            attempts.accept(new Attempt(call.method(), call.path(), attempt, outcome, millis(start)));
        }
    }

    /** What tells about users is not worth keeping on a disk. */
    private static boolean mayKeep(Call call) {
        return call.method().equals("GET")
                && !call.headers().containsKey("Range")
                && !call.headers().containsKey("Accept-Encoding")
                && !call.path().matches("/api/v1/(auth|admin|audit|health).*");
    }

    private void keep(Call call, Answer answer) {
        boolean stays = answer.headers().firstValue("Cache-Control").stream().noneMatch(c -> c.contains("no-store"));
        if (kept.isPresent() && answer.status() == OK && stays && mayKeep(call)) {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            answer.etag().ifPresent(tag -> kept.get().put(call.path(), new Kept(tag, type, answer.body())));
        }
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private HttpRequest request(Call call, Optional<Token> carried) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server() + call.path()))
                .method(call.method(), call.body())
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Encoding", "gzip");
        call.headers().forEach(request::setHeader);
        carried.ifPresent(t -> request.setHeader(t.header(), t.value()));
        return request.build();
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> response, Duration timeout)
            throws IOException {
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new SlowAnswer("no answer within " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            response.cancel(true);
            throw interrupted();
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static QuantException interrupted() {
        Thread.currentThread().interrupt();
        return QuantException.of(ErrorCode.UNAVAILABLE, "interrupted");
    }

    private static boolean brokeOff(IOException e) {
        return !(e instanceof ConnectException
                || e instanceof HttpConnectTimeoutException
                || e instanceof SlowAnswer
                || e instanceof BoundedBody.AnswerTooLong);
    }

    private QuantException unreachable(IOException e) {
        if (e instanceof BoundedBody.AnswerTooLong) {
            return QuantException.of(ErrorCode.TOO_LARGE, e.getMessage() + "; ask for less", e);
        }
        return QuantException.of(ErrorCode.UNAVAILABLE, reason(e), e);
    }

    private String reason(IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no server at " + server() + " (connection timed out)";
        }
        if (e instanceof ConnectException) {
            boolean unknown = e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException
                    || e.getCause() instanceof UnresolvedAddressException;
            return "no server at " + server() + (unknown ? " (unknown host)" : " (connection refused)");
        }
        if (e instanceof SSLHandshakeException) {
            return "the certificate of " + server() + " is not trusted (" + e.getMessage()
                    + "); name the file with it, or with its authority: --ca-file FILE";
        }
        if (e instanceof SlowAnswer) {
            return "the server at " + server() + " gave " + e.getMessage();
        }
        return "the connection to " + server() + " broke off";
    }

    /** The connection stands, but the answer does not come. */
    private static final class SlowAnswer extends IOException {

        private static final long serialVersionUID = 1L;

        SlowAnswer(String message) {
            super(message);
        }
    }
}

package org.quantplatform.auth.aws;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends signed requests on to STS, a few at a time, and follows nothing that it answers. */
final class Sts {

    private static final Logger LOG = LoggerFactory.getLogger(Sts.class);
    private static final int AT_ONCE = 8;
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final Duration answerWithin;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    Sts(Duration answerWithin) {
        this.answerWithin = answerWithin;
    }

    /** Nothing was learnt about the caller, who may come again. */
    static final class Unavailable extends Exception {

        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super(message, null, false, false);
        }
    }

    private record Answer(int status, byte[] body) {}

    /** @throws ProofRefused when AWS does not know the signature */
    CallerIdentity ask(Proof proof) throws Unavailable {
        if (!places.tryAcquire()) {
            throw new Unavailable("too many logins at once");
        }
        try {
            return read(send(proof));
        } catch (IOException e) {
            LOG.warn("{} did not answer as STS does: {}", proof.endpoint(), e.toString());
            throw new Unavailable("AWS does not answer");
        } finally {
            places.release();
        }
    }

    private static CallerIdentity read(Answer answer) throws IOException {
        if (answer.status() == 200) {
            return IdentityDocument.parse(answer.body());
        }
        if (answer.status() / 100 == 4 && answer.status() != 429) {
            throw new ProofRefused("AWS refuses the signature");
        }
        throw new IOException("status " + answer.status());
    }

    private Answer send(Proof proof) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(proof.endpoint())
                .timeout(answerWithin)
                .header("Accept", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(Proof.BODY));
        proof.headers().forEach(request::header);
        CompletableFuture<HttpResponse<InputStream>> sent =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        CompletableFuture<Answer> answer = sent.thenApplyAsync(Sts::bounded);
        try {
            return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            sent.cancel(true);
            sent.thenAccept(response -> close(response.body()));
            throw new IOException("no answer in time", e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Answer bounded(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(LONGEST_ANSWER + 1);
            if (bytes.length > LONGEST_ANSWER) {
                throw new IOException("the answer is too long");
            }
            return new Answer(response.statusCode(), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("a late answer did not close", e);
        }
    }
}

package org.quantplatform.source.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes requests to one provider: spaced by its rate limit, repeated with growing pauses while trouble may pass, and with
 * no secret in any message or log line. Redirects are not followed, so that a key goes to no other host. Safe for use by
 * many threads.
 */
public final class WebClient {

    private static final Logger LOG = LoggerFactory.getLogger(WebClient.class);

    /** A pause that the provider asks for is kept up to this; a longer one is given up. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Settings settings;
    private final Conduct conduct;
    private final RateLimit limit;
    private final Pace pace;
    private final Exchange exchange;

    /**
     * How requests are made.
     *
     * @param provider for messages
     * @param secrets never shown
     * @param timeout until the head of an answer is there; the whole answer may take twice as long
     * @param maxBytes of an answer, decompressed
     * @param attempts for one request, at least 1
     * @param pause before the second attempt; doubles with each further one
     */
    public record Settings(
            String provider, List<Secret> secrets, Duration timeout, int maxBytes, int attempts, Duration pause) {

        private static final int USUAL_BYTES = 64 * 1024 * 1024;

        public Settings {
            secrets = List.copyOf(secrets);
            if (attempts < 1) {
                throw new IllegalArgumentException("attempts was " + attempts);
            }
        }

        /** Thirty seconds, 64 MB, six attempts that take about half a minute together. */
        public static Settings usual(String provider, Secret... secrets) {
            return new Settings(
                    provider, List.of(secrets), Duration.ofSeconds(30), USUAL_BYTES, 6, Duration.ofSeconds(1));
        }

        public Settings with(int newAttempts, Duration newPause) {
            return new Settings(provider, secrets, timeout, maxBytes, newAttempts, newPause);
        }
    }

    public WebClient(Settings settings, Conduct conduct, RateLimit limit, Pace pace) {
        this.settings = settings;
        this.conduct = conduct;
        this.limit = limit;
        this.pace = pace;
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.exchange = new Exchange(client, settings.timeout(), settings.maxBytes());
    }

    /**
     * The answer that counts as data.
     *
     * @throws ProviderRefusal when the provider says no
     * @throws FetchCancelled when the caller cancels meanwhile
     * @throws IOException when the last attempt failed too; says how often it was tried and why it failed
     */
    public WebAnswer send(WebRequest request, BooleanSupplier cancelled) throws IOException {
        boolean renewed = false;
        String trouble = "";
        int attempt = 0;
        while (attempt < settings.attempts()) {
            if (attempt > 0) {
                pace.wait(settings.pause().multipliedBy(1L << Math.min(attempt - 1, 10)), cancelled);
            }
            attempt++;
            Verdict verdict;
            WebAnswer answer;
            try {
                answer = exchange.send(let(request, cancelled), cancelled);
                verdict = conduct.verdict(answer);
            } catch (FetchCancelled | ProviderRefusal | UnreadableAnswer | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                trouble = told(String.valueOf(e.getMessage()));
                LOG.debug("{}: attempt {} failed: {}", settings.provider(), attempt, trouble);
                continue;
            }
            if (verdict instanceof Verdict.Good) {
                limit.succeeded();
                return answer;
            }
            if (verdict instanceof Verdict.Renew renew) {
                if (renewed) {
                    throw refusal(answer, renew.code(), renew.reason());
                }
                renewed = true;
                attempt--;
                conduct.renew();
                continue;
            }
            trouble = told(afterTrouble(answer, verdict));
            LOG.debug("{}: attempt {} failed: {}", settings.provider(), attempt, trouble);
        }
        throw new IOException(
                settings.provider() + " did not answer in " + settings.attempts() + " attempts; the last: " + trouble);
    }

    /** The answer to a single attempt, whatever its status says. */
    public WebAnswer sendOnce(WebRequest request, BooleanSupplier cancelled) throws IOException {
        try {
            return exchange.send(let(request, cancelled), cancelled);
        } catch (FetchCancelled | ProviderRefusal | UnreadableAnswer | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(settings.provider() + ": " + told(String.valueOf(e.getMessage())));
        }
    }

    /** Getting a token may take long, so that the request's turn comes after that. */
    private WebRequest let(WebRequest request, BooleanSupplier cancelled) throws IOException {
        WebRequest signed = conduct.signed(request);
        limit.await(cancelled);
        return signed;
    }

    /** Returns the reason when another attempt may help. */
    private String afterTrouble(WebAnswer answer, Verdict verdict) throws ProviderRefusal {
        if (verdict instanceof Verdict.TooMany many) {
            if (many.after() != null && many.after().compareTo(LONGEST_PAUSE) > 0) {
                throw refusal(
                        answer,
                        String.valueOf(answer.status()),
                        many.reason() + "; to be tried again after " + many.after());
            }
            limit.complained(many.after());
            return many.reason();
        }
        if (verdict instanceof Verdict.Again again) {
            return again.reason();
        }
        Verdict.Refused refused = (Verdict.Refused) verdict;
        throw refusal(answer, refused.code(), refused.reason());
    }

    private ProviderRefusal refusal(WebAnswer answer, String code, String reason) {
        return new ProviderRefusal(answer.status(), code, told(settings.provider() + ": " + reason));
    }

    private String told(String message) {
        String told = message;
        for (Secret secret : settings.secrets()) {
            told = secret.hiddenIn(told);
        }
        return told;
    }
}

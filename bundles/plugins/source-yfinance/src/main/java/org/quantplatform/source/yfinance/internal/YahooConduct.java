package org.quantplatform.source.yfinance.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.source.http.Conduct;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Verdict;
import org.quantplatform.source.http.WebAnswer;
import org.quantplatform.source.http.WebRequest;

/** The provider answers programs that speak as a browser does, and some of its data only beside a cookie and its crumb. */
final class YahooConduct implements Conduct {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/131.0.0.0 Safari/537.36";

    private final Duration quiet;
    private final @Nullable Crumbs crumbs;
    private final BooleanSupplier cancelled;
    private Crumbs.@Nullable Pair used;

    private YahooConduct(Duration quiet, @Nullable Crumbs crumbs, BooleanSupplier cancelled) {
        this.quiet = quiet;
        this.crumbs = crumbs;
        this.cancelled = cancelled;
    }

    /** @param quiet after too many requests, when the provider does not say how long */
    static YahooConduct plain(Duration quiet) {
        return new YahooConduct(quiet, null, () -> false);
    }

    /** As {@link #plain}, of one job, whose requests need a crumb. */
    static YahooConduct with(Crumbs crumbs, Duration quiet, BooleanSupplier cancelled) {
        return new YahooConduct(quiet, crumbs, cancelled);
    }

    @Override
    public WebRequest signed(WebRequest request) throws IOException {
        WebRequest polite = request.withHeader("User-Agent", BROWSER)
                .withHeader("Accept", "*/*")
                .withHeader("Accept-Language", "en-US,en;q=0.9");
        if (crumbs == null) {
            return polite;
        }
        Crumbs.Pair pair = crumbs.current(cancelled);
        used = pair;
        return pair.addedTo(polite);
    }

    @Override
    public Verdict verdict(WebAnswer answer) {
        if (answer.status() == 401) {
            return new Verdict.Renew("invalid_crumb", answer.place() + " answered: " + reason(answer));
        }
        if (Consent.isAsked(answer)) {
            return new Verdict.Refused(
                    Consent.CODE,
                    answer.place() + " answered with a page of its own: " + Consent.WANTED
                            + "; ask from elsewhere, or take another source");
        }
        if (answer.status() == 429 || answer.status() == 200 && answer.text().startsWith("Too Many Requests")) {
            Duration asked = Conduct.retryAfter(answer, Clock.systemUTC());
            return new Verdict.TooMany(answer.place() + " answered: too many requests", asked == null ? quiet : asked);
        }
        if (answer.status() == 200 && answer.text().stripLeading().startsWith("<")) {
            return new Verdict.Again(answer.place() + " answered with a web page instead of data");
        }
        return Conduct.byStatus(answer, answer.place() + " answered: " + reason(answer));
    }

    @Override
    public void renew() throws IOException {
        Crumbs.Pair refused = used;
        if (crumbs != null && refused != null) {
            crumbs.after(refused, cancelled);
        }
    }

    /** Errors stand in an envelope that bears the name of the request. */
    private static String reason(WebAnswer answer) {
        try {
            for (JsonNode envelope : answer.json()) {
                JsonRow error = JsonRow.of(envelope, "the answer").row("error");
                return error.text("description");
            }
        } catch (IOException e) {
            return "HTTP status " + answer.status();
        }
        return "HTTP status " + answer.status();
    }
}

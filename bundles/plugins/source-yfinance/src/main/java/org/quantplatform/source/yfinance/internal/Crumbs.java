package org.quantplatform.source.yfinance.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.Turns;
import org.quantplatform.source.http.WebAnswer;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.source.http.WebRequest;

/**
 * A cookie and the crumb that belongs to it, got when first needed and kept until they are refused. Of threads that need
 * one at the same time one gets it and the others wait.
 */
final class Crumbs {

    private static final int LONGEST = 64;

    private final WebClient client;
    private final URI cookies;
    private final URI crumbs;
    private final Turns turns = new Turns();
    private @Nullable Pair known;

    record Pair(String cookie, String crumb) {

        WebRequest addedTo(WebRequest request) {
            return request.withHeader("Cookie", cookie).withParameter("crumb", crumb);
        }
    }

    Crumbs(WebClient client, URI cookies, URI crumbs) {
        this.client = client;
        this.cookies = cookies;
        this.crumbs = crumbs;
    }

    /** @throws ProviderRefusal when there is none to be had */
    Pair current(BooleanSupplier cancelled) throws IOException {
        return otherThan(null, cancelled);
    }

    /** A pair in place of one that the provider no longer accepts: the one that another thread has got meanwhile, if any. */
    Pair after(Pair refused, BooleanSupplier cancelled) throws IOException {
        return otherThan(refused, cancelled);
    }

    private Pair otherThan(@Nullable Pair refused, BooleanSupplier cancelled) throws IOException {
        return turns.take(
                () -> {
                    Pair pair = known;
                    if (pair == null || pair.equals(refused)) {
                        known = null;
                        String cookie = cookie(cancelled);
                        pair = new Pair(cookie, crumb(cookie, cancelled));
                        known = pair;
                    }
                    return pair;
                },
                cancelled);
    }

    /** The page is usually not there (404); its cookie counts. */
    private String cookie(BooleanSupplier cancelled) throws IOException {
        WebAnswer answer = client.sendOnce(WebRequest.get(WebRequest.uri(cookies, "/", Map.of())), cancelled);
        for (String header : answer.all("set-cookie")) {
            String pair = header.split(";")[0].strip();
            if (pair.startsWith("A3=")) {
                return pair;
            }
        }
        if (Consent.isAsked(answer)) {
            throw new ProviderRefusal(answer.status(), Consent.CODE, Consent.WANTED);
        }
        throw none(cookies.getHost() + " gave no cookie");
    }

    private String crumb(String cookie, BooleanSupplier cancelled) throws IOException {
        WebRequest request = WebRequest.get(WebRequest.uri(crumbs, "/v1/test/getcrumb", Map.of()))
                .withHeader("Cookie", cookie);
        String crumb;
        try {
            crumb = client.send(request, cancelled).text().strip();
        } catch (FetchCancelled | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            boolean consent =
                    e instanceof ProviderRefusal refusal && refusal.code().equals(Consent.CODE);
            throw consent ? e : none(String.valueOf(e.getMessage()));
        }
        if (crumb.isEmpty() || crumb.length() > LONGEST || crumb.contains("<") || crumb.contains(" ")) {
            throw none(crumbs.getHost() + " gave no crumb");
        }
        return crumb;
    }

    /**
     * Was tried as often as is worth it: whoever needs a crumb is not to try once more. Has no status, which would be taken for
     * that of what the crumb was for.
     */
    private static ProviderRefusal none(String message) {
        return new ProviderRefusal(0, "no_crumb", message);
    }
}

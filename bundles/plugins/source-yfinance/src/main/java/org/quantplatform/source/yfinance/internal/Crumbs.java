package org.quantplatform.source.yfinance.internal;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.UnreadableAnswer;
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
    private @Nullable Pair known;

    private record Pair(String cookie, String crumb) {}

    Crumbs(WebClient client, URI cookies, URI crumbs) {
        this.client = client;
        this.cookies = cookies;
        this.crumbs = crumbs;
    }

    WebRequest added(WebRequest request) throws IOException {
        Pair pair = pair();
        return request.withHeader("Cookie", pair.cookie()).withParameter("crumb", pair.crumb());
    }

    synchronized void forget() {
        known = null;
    }

    private synchronized Pair pair() throws IOException {
        if (known == null) {
            String cookie = cookie();
            known = new Pair(cookie, crumb(cookie));
        }
        return known;
    }

    /** The page is usually not there (404); its cookie counts. */
    private String cookie() throws IOException {
        WebAnswer answer = client.sendOnce(WebRequest.get(WebRequest.uri(cookies, "/", Map.of())), () -> false);
        for (String header : answer.all("set-cookie")) {
            String pair = header.split(";")[0].strip();
            if (pair.startsWith("A3=")) {
                return pair;
            }
        }
        if (Consent.isAsked(answer)) {
            throw new ProviderRefusal(answer.status(), Consent.CODE, Consent.WANTED);
        }
        throw new ProviderRefusal(answer.status(), "no_cookie", cookies.getHost() + " gave no cookie");
    }

    private String crumb(String cookie) throws IOException {
        WebRequest request = WebRequest.get(WebRequest.uri(crumbs, "/v1/test/getcrumb", Map.of()))
                .withHeader("Cookie", cookie);
        String crumb = client.send(request, () -> false).text().strip();
        if (crumb.isEmpty() || crumb.length() > LONGEST || crumb.contains("<") || crumb.contains(" ")) {
            throw new UnreadableAnswer(crumbs.getHost() + " gave no crumb");
        }
        return crumb;
    }
}

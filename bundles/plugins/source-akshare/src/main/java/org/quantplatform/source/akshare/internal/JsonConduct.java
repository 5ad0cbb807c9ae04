package org.quantplatform.source.akshare.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.quantplatform.source.http.Conduct;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.Verdict;
import org.quantplatform.source.http.WebAnswer;
import org.quantplatform.source.http.WebRequest;

/** What is no whole JSON is asked for again: a blocked or busy server sends pages for people, or half of an answer. */
final class JsonConduct implements Conduct {

    private static final int LONGEST = 200;

    private final String referer;

    /** @param referer page that the requests claim to come from, empty for none */
    JsonConduct(String referer) {
        this.referer = referer;
    }

    @Override
    public WebRequest signed(WebRequest request) {
        WebRequest named = request.withHeader("User-Agent", "Mozilla/5.0 (compatible; QuantPlatform)");
        return referer.isEmpty() ? named : named.withHeader("Referer", referer);
    }

    @Override
    public Verdict verdict(WebAnswer answer) {
        String told = answer.place() + " answered with HTTP status " + answer.status();
        try {
            JsonNode body = answer.json();
            String error = body.path("error").asText();
            String reason = error.length() > LONGEST ? error.substring(0, LONGEST) : error;
            return Conduct.byStatus(answer, reason.isEmpty() ? told : told + ": " + reason);
        } catch (UnreadableAnswer e) {
            Verdict verdict = Conduct.byStatus(answer, told);
            return verdict instanceof Verdict.Good ? new Verdict.Again(String.valueOf(e.getMessage())) : verdict;
        }
    }
}

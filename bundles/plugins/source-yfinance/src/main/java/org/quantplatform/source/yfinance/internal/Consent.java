package org.quantplatform.source.yfinance.internal;

import java.net.URI;
import java.util.Optional;
import org.quantplatform.source.http.WebAnswer;

/** The page on which the provider asks visitors from the European Union to agree to its cookies. Nobody agrees here. */
final class Consent {

    /** Of refusals that the page stands behind. */
    static final String CODE = "consent";

    static final String WANTED = "the provider wants consent to its cookies first, as it does in the European Union";

    private Consent() {}

    static boolean isAsked(WebAnswer answer) {
        Optional<String> location = answer.header("location");
        return answer.status() >= 300 && answer.status() < 400 && location.isPresent() && isConsentHost(location.get());
    }

    private static boolean isConsentHost(String location) {
        try {
            String host = String.valueOf(URI.create(location).getHost());
            return host.equals("guce.yahoo.com") || host.endsWith("consent.yahoo.com");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

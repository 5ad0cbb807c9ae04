package org.quantplatform.source.yfinance.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.UnreadableAnswer;

/**
 * Descriptions of companies, for which the provider wants its cookie and crumb. All else is to be had without, so that what
 * goes wrong here is told and ends nothing; as long as a fetch lasts it is then not tried again for other shares.
 */
final class Profiles {

    private final YahooApi api;
    private String trouble = "";

    Profiles(YahooApi api) {
        this.api = api;
    }

    /** @param told why there is none although there may be one */
    Optional<String> sector(String symbol, Consumer<String> told) throws FetchCancelled, InterruptedIOException {
        if (trouble.isEmpty()) {
            try {
                Optional<JsonRow> profile = api.profile(symbol);
                return profile.isEmpty() ? Optional.empty() : profile.get().textIf("sector");
            } catch (FetchCancelled e) {
                throw e;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (UnreadableAnswer e) {
                told.accept(reason(e));
                return Optional.empty();
            } catch (IOException e) {
                trouble = reason(e);
            }
        }
        told.accept(trouble);
        return Optional.empty();
    }

    private static String reason(IOException e) {
        boolean consent = e instanceof ProviderRefusal refusal && refusal.code().equals(Consent.CODE);
        return "no sector: " + (consent ? Consent.WANTED : e.getMessage());
    }
}

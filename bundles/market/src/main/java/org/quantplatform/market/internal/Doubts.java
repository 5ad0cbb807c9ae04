package org.quantplatform.market.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.UpdateStore.Refused;

/** Notes of which days of the instruments asked for a source said what could not be stored. */
final class Doubts {

    private final Set<String> tickers;
    private final Set<Refused> refused = new LinkedHashSet<>();

    Doubts(Set<String> tickers) {
        this.tickers = tickers;
    }

    void refuse(Tally.Place place) {
        String ticker = place.ticker().strip();
        if (tickers.contains(ticker)) {
            refused.add(new Refused(ticker, day(place.date())));
        }
    }

    Collection<Refused> refused() {
        return Set.copyOf(refused);
    }

    /** Null where no day can be read: any may be meant. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}

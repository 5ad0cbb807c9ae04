package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.core.data.CheckStore;
import org.quantplatform.core.data.CheckStore.Bars;
import org.quantplatform.market.internal.Yardstick.Rates;
import org.quantplatform.model.Market;

/** Stored closes of market FX, whose {@code USDKRW} tells how many KRW one USD costs; either direction will do. */
final class ExchangeRates {

    /** A rate older than this stands for no day. */
    private static final int MOST_DAYS_OLD = 10;

    private final CheckStore checks;

    ExchangeRates(CheckStore checks) {
        this.checks = checks;
    }

    Rates between(String from, String to, LocalDate first, LocalDate last) {
        if (from.equals(to)) {
            return Rates.SAME;
        }
        Optional<Bars> direct = checks.bars(Market.FX, from + to, first.minusDays(MOST_DAYS_OLD), last);
        Optional<Bars> bars =
                direct.isPresent() ? direct : checks.bars(Market.FX, to + from, first.minusDays(MOST_DAYS_OLD), last);
        TreeMap<LocalDate, Double> rates = new TreeMap<>();
        bars.ifPresent(known -> {
            for (int i = 0; i < known.epochDays().length; i++) {
                double close = known.close()[i];
                rates.put(LocalDate.ofEpochDay(known.epochDays()[i]), direct.isPresent() ? close : 1 / close);
            }
        });
        return date -> {
            Map.Entry<LocalDate, Double> latest = rates.floorEntry(date);
            boolean known = latest != null && !latest.getKey().isBefore(date.minusDays(MOST_DAYS_OLD));
            return known ? latest.getValue() : Double.NaN;
        };
    }
}

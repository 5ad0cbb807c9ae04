package org.quantplatform.spi.market;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.PriceLimit;
import org.quantplatform.model.PriceSteps;
import org.quantplatform.model.TradingRule;

/** A rule in the making, which lines change one after the other. */
final class RuleDraft {

    @Nullable
    PriceSteps lots;

    @Nullable
    PriceSteps ticks;

    double least = 1;
    PriceLimit limit = PriceLimit.NONE;
    int free;
    boolean sameDaySales = true;
    boolean shorts = true;
    final List<String> notes = new ArrayList<>();
    private final Set<String> sources = new LinkedHashSet<>();

    void source(String source) {
        sources.add(source);
    }

    /** Empty while lot or tick are not known. */
    Optional<TradingRule> rule() {
        if (lots == null || ticks == null) {
            return Optional.empty();
        }
        return Optional.of(
                new TradingRule(lots, least, ticks, limit, free, sameDaySales, shorts, notes, List.copyOf(sources)));
    }
}

package org.quantplatform.market.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.MinuteSource;

/** How far back the minutes of the sources reach that a request names. */
final class MinuteReach implements SourceNames.Fitness {

    private static final int USUAL_DAYS = 30;

    private final Market market;
    private final LocalDate today;
    private LocalDate earliest;
    private String keeper = "";

    MinuteReach(Market market, LocalDate today) {
        this.market = market;
        this.today = today;
        this.earliest = today;
    }

    @Override
    public @Nullable String wrong(String id, DataSource asked) {
        int days = asked instanceof MinuteSource source ? source.minuteDays(market) : 0;
        if (days == 0) {
            return "has no minute bars of " + market;
        }
        LocalDate first = today.minusDays(days - 1L);
        if (keeper.isEmpty() || first.isBefore(earliest)) {
            earliest = first;
            keeper = "source '" + id + "'";
        }
        return null;
    }

    /** Whether any source has minutes. */
    boolean known() {
        return !keeper.isEmpty();
    }

    /** The first day that one of the sources keeps. */
    LocalDate earliest() {
        return earliest;
    }

    String keeper() {
        return keeper;
    }

    /** Where an update begins unless it says otherwise. */
    LocalDate start(LocalDate end) {
        LocalDate usual = end.minusDays(USUAL_DAYS - 1L);
        return usual.isBefore(earliest) ? earliest : usual;
    }
}

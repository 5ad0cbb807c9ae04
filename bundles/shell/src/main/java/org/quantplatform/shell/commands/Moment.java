package org.quantplatform.shell.commands;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/** A day or a time, as somebody typed it: one of the two is null. */
public record Moment(@Nullable LocalDate day, @Nullable Instant time) {

    /** @throws java.time.DateTimeException when it is neither */
    public static Moment parse(String text) {
        return text.indexOf('T') < 0 ? new Moment(LocalDate.parse(text), null) : new Moment(null, Instant.parse(text));
    }

    /** A day stands for its start in the market's zone. */
    Instant start(Market market) {
        return at(market, 0);
    }

    /** A day stands for its end in the market's zone. */
    Instant end(Market market) {
        return at(market, 1);
    }

    private Instant at(Market market, int daysLater) {
        return day == null
                ? time
                : day.plusDays(daysLater).atStartOfDay(market.zone()).toInstant();
    }

    @Override
    public String toString() {
        return String.valueOf(day == null ? time : day);
    }
}

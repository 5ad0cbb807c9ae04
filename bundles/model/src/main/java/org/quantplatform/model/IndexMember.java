package org.quantplatform.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an instrument belonged to an index.
 *
 * @param index 1 to 32 characters
 * @param from first day
 * @param to last day, inclusive; null while it belongs
 */
public record IndexMember(Market market, String index, String ticker, LocalDate from, @Nullable LocalDate to) {

    public IndexMember {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(from, "from");
        if (index.isBlank() || index.length() > 32) {
            throw new IllegalArgumentException("an index must have 1 to 32 characters, was '" + index + "'");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a member from " + from + " until " + to);
        }
    }

    public boolean on(LocalDate date) {
        return !date.isBefore(from) && (to == null || !date.isAfter(to));
    }
}

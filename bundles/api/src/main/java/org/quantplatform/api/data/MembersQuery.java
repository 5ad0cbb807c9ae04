package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Which members of an index are wanted.
 *
 * @param date on which they belonged to it; all that ever did when left out
 */
public record MembersQuery(Market market, String index, @Nullable LocalDate date) {

    public MembersQuery {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(index, "index");
    }
}

package org.quantplatform.spi.factor;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.quantplatform.model.Field;

/**
 * What a factor reads, worked out from its parameters alone.
 *
 * @param history trading days that a score looks at, the day itself included; at least 1
 * @param fields the only fields that may be read: prices and volume, {@link Field#STATED_CLOSE} and its like, or an item of
 *     the accounts such as {@code net_income}, the latest published; {@code _ttm} behind it asks for twelve months,
 *     {@code _year_ago} behind all for the period that ended a year before
 * @param crossSection true when the score of one asset depends on others: all are handed over together, unless the factor
 *     is a {@link PreparedFactor}; otherwise the platform may hand over the assets in groups, on several threads
 */
public record Requirements(int history, Set<Field> fields, boolean crossSection) {

    public Requirements {
        if (history < 1 || history > 10_000) {
            throw new IllegalArgumentException("history must be 1 to 10000 trading days, was " + history);
        }
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }

    public static Requirements of(int history, Field... fields) {
        return new Requirements(history, Set.of(fields), false);
    }

    public Requirements acrossAssets() {
        return new Requirements(history, fields, true);
    }
}

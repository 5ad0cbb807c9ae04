package org.quantplatform.api.data;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * A connection to a source of live prices, which all its watchers share.
 *
 * @param state {@code live}, {@code interrupted} or {@code down}
 * @param tickers that somebody watches
 * @param ticks since the connection was made
 * @param detail why it is not live; null when it is
 */
public record LiveStream(
        String source, Market market, String state, int watchers, int tickers, long ticks, @Nullable String detail) {}

package org.quantplatform.api.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * A connection to a source of live prices, which all its watchers share.
 *
 * @param state {@code connecting}, {@code live}, {@code interrupted} or {@code down}
 * @param tickers that somebody watches, less those that the source refused
 * @param ticks since somebody watches
 * @param notices of orders of the account that the source uses, since somebody watches
 * @param latestNoticeAt by the source's clock; null when there was none
 * @param detail why it is not live; null when it is
 */
public record LiveStream(
        String source,
        Market market,
        String state,
        int watchers,
        int tickers,
        long ticks,
        long notices,
        @Nullable Instant latestNoticeAt,
        @Nullable String detail) {}

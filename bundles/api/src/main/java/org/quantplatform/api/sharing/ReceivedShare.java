package org.quantplatform.api.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that another user lets the caller read.
 *
 * @param kind {@code backtest} or {@code strategy}
 * @param id by which the caller reads it; that of a strategy is {@code <owner>:<id>}
 * @param expiresAt null for never
 */
public record ReceivedShare(String kind, String id, String owner, @Nullable Instant expiresAt, Instant createdAt) {}

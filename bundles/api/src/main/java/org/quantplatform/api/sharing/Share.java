package org.quantplatform.api.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that its owner lets others read.
 *
 * @param kind {@code backtest} or {@code strategy}
 * @param resourceId id of the run or strategy
 * @param username user who may read it; null for a link
 * @param expiresAt null for never
 * @param path of the link below the server's address, with its token; told once, when it is made, and null otherwise
 */
public record Share(
        String shareId,
        String kind,
        String resourceId,
        @Nullable String username,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable String path) {

    @Override
    public String toString() {
        return "Share[" + shareId + " of " + kind + " " + resourceId + "]";
    }
}

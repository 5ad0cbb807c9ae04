package org.quantplatform.api.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of the data after an import.
 *
 * @param waitsFor the update with whose end panels show it, since they would show half of that update now; null when they do
 */
public record SnapshotInfo(
        String snapshot,
        String importId,
        String source,
        Instant at,
        long stored,
        long revised,
        @Nullable String waitsFor) {}

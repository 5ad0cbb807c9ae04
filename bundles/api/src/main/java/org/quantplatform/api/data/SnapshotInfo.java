package org.quantplatform.api.data;

import java.time.Instant;

/** The state of the data after an import. */
public record SnapshotInfo(String snapshot, String importId, String source, Instant at, long stored, long revised) {}

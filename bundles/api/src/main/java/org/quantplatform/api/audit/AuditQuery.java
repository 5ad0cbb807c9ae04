package org.quantplatform.api.audit;

import org.jspecify.annotations.Nullable;

/** Narrows the log; null means any. */
public record AuditQuery(@Nullable String username, @Nullable String action) {}

package org.quantplatform.api.data;

import org.jspecify.annotations.Nullable;

/** Narrows the findings of a check; null means any. */
public record FindingQuery(@Nullable String rule, @Nullable String ticker) {}

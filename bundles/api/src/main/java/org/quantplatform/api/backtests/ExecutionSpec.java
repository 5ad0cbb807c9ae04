package org.quantplatform.api.backtests;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.ShareRule;

/** How orders are filled; {@code next_open} and {@code whole} when left out. */
public record ExecutionSpec(@Nullable FillPrice price, @Nullable ShareRule shares) {}

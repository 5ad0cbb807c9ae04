/** Strategies with weights known beforehand; start from {@link org.quantplatform.strategy.allocation.BuyAndHoldStrategy}. */
@NullMarked
package org.quantplatform.strategy.allocation;

import org.jspecify.annotations.NullMarked;

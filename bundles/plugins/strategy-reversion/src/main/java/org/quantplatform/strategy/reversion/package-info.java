/** Strategies that bet on a return to the mean; start from {@link org.quantplatform.strategy.reversion.MeanReversionStrategy}. */
@NullMarked
package org.quantplatform.strategy.reversion;

import org.jspecify.annotations.NullMarked;

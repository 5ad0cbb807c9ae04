/** The strategy {@link org.quantplatform.strategy.breakout.BreakoutStrategy}. */
@NullMarked
package org.quantplatform.strategy.breakout;

import org.jspecify.annotations.NullMarked;

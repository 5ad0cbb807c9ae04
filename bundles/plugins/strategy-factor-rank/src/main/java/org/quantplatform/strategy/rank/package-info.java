/** The strategy {@link org.quantplatform.strategy.rank.FactorRankStrategy}. */
@NullMarked
package org.quantplatform.strategy.rank;

import org.jspecify.annotations.NullMarked;

/** How easily a share is traded: the easier, the higher; start from {@link org.quantplatform.factor.liquidity.DollarVolumeFactor}. */
@NullMarked
package org.quantplatform.factor.liquidity;

import org.jspecify.annotations.NullMarked;

/** How much a company makes of what it has; start from {@link org.quantplatform.factor.efficiency.AssetTurnoverFactor}. */
@NullMarked
package org.quantplatform.factor.efficiency;

import org.jspecify.annotations.NullMarked;

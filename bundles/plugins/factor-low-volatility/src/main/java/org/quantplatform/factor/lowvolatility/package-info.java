/** The factor {@link org.quantplatform.factor.lowvolatility.LowVolatilityFactor}. */
@NullMarked
package org.quantplatform.factor.lowvolatility;

import org.jspecify.annotations.NullMarked;

/** The factor {@link org.quantplatform.factor.momentum.MomentumFactor}. */
@NullMarked
package org.quantplatform.factor.momentum;

import org.jspecify.annotations.NullMarked;

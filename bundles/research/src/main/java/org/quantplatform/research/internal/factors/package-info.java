/** Factors as a service; start from {@link org.quantplatform.research.internal.factors.FactorService}. */
@NullMarked
package org.quantplatform.research.internal.factors;

import org.jspecify.annotations.NullMarked;

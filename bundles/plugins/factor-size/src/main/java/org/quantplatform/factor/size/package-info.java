/** How large a company is; start from {@link org.quantplatform.factor.size.LogMarketCapFactor}. */
@NullMarked
package org.quantplatform.factor.size;

import org.jspecify.annotations.NullMarked;

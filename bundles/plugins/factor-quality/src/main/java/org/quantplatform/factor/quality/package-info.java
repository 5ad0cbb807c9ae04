/** How well a company earns its money; start from {@link org.quantplatform.factor.quality.ReturnOnEquityFactor}. */
@NullMarked
package org.quantplatform.factor.quality;

import org.jspecify.annotations.NullMarked;

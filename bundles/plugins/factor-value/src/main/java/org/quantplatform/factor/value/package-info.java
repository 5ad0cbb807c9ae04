/** How much of a company a unit of money buys; start from {@link org.quantplatform.factor.value.EarningsToPriceFactor}. */
@NullMarked
package org.quantplatform.factor.value;

import org.jspecify.annotations.NullMarked;

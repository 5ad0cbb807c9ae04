/** How fast a company grows; start from {@link org.quantplatform.factor.growth.SalesGrowthFactor}. */
@NullMarked
package org.quantplatform.factor.growth;

import org.jspecify.annotations.NullMarked;

/** What trading costs; start from {@link org.quantplatform.cost.standard.internal.MarketCostModel}. */
@NullMarked
package org.quantplatform.cost.standard.internal;

import org.jspecify.annotations.NullMarked;

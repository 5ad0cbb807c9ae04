/** Prices of the moment, shared among those who watch them; start from {@link LivePricesService}. */
@NullMarked
package org.quantplatform.market.internal.live;

import org.jspecify.annotations.NullMarked;

/**
 * Ingestion of market data and trading calendars; start from {@link org.quantplatform.market.internal.MarketDataService} and
 * {@link org.quantplatform.market.internal.ImportHandler}.
 */
@NullMarked
package org.quantplatform.market.internal;

import org.jspecify.annotations.NullMarked;

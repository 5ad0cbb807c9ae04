/** Rules and calendars of exchanges by date; start from {@link org.quantplatform.spi.market.MarketRules}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.spi.market;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Trades target weights through a panel of prices, day by day; start from {@link org.quantplatform.engine.sim.Simulator}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.engine.sim;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

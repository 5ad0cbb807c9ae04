/**
 * Many simple rules over one asset's history at once; start from {@link org.quantplatform.engine.sweep.CrossSweep} for
 * moving averages and {@link org.quantplatform.engine.sweep.SignalSweep} for signals of any origin.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.engine.sweep;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

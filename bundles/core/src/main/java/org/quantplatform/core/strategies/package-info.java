/** Where strategies are kept; start from {@link org.quantplatform.core.strategies.StrategyStore}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.strategies;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

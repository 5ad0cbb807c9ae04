/** Strategies turn scores into target weights; start from {@link org.quantplatform.spi.strategy.Strategy}. */
@NullMarked
@Export
@Version("1.2.0")
package org.quantplatform.spi.strategy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Optimizers share a portfolio among chosen assets; start from {@link org.quantplatform.spi.optimizer.Optimizer}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.spi.optimizer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

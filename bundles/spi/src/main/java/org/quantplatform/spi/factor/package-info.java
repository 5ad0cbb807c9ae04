/** Factors score assets; start from {@link org.quantplatform.spi.factor.CellFactor}. */
@NullMarked
@Export
@Version("1.3.0")
package org.quantplatform.spi.factor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

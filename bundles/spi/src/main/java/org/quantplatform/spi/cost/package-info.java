/** Cost models say what a fill costs; start from {@link org.quantplatform.spi.cost.CostModel}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.spi.cost;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

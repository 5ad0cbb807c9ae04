/** Stored strategy definitions; start from {@link org.quantplatform.api.strategies.Strategies}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.strategies;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** What every kind of plug-in shares: its identity ({@link org.quantplatform.spi.Plugin}) and its parameters ({@link org.quantplatform.spi.Param}). */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

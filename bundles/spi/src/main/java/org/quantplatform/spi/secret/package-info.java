/** Secrets of plug-ins; start from {@link org.quantplatform.spi.secret.Secrets}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.spi.secret;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

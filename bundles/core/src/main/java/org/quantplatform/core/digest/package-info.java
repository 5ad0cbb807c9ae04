/** Digests; start from {@link org.quantplatform.core.digest.Sha256}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.digest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

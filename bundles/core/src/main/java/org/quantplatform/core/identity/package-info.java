/** Callers and what is kept about them; start from {@link org.quantplatform.core.identity.CallerService}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

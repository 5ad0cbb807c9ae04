/** Who did what; start from {@link org.quantplatform.api.audit.Audit}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

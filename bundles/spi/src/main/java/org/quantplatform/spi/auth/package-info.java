/** Auth modes say who a caller is; start from {@link org.quantplatform.spi.auth.AuthMode}. */
@NullMarked
@Export
@Version("1.1.0")
package org.quantplatform.spi.auth;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

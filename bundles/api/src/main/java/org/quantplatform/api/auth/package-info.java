/** How callers get in; start from {@link org.quantplatform.api.auth.Logins}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.auth;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

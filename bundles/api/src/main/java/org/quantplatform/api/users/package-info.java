/** Who may use the platform; start from {@link org.quantplatform.api.users.Users}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.users;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** How the parts of the platform are; start from {@link org.quantplatform.core.health.DatabaseProbe}. */
@NullMarked
@Export
@Version("1.1.0")
package org.quantplatform.core.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

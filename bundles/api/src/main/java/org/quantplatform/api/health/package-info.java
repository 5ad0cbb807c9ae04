/** Is the platform well; start from {@link org.quantplatform.api.health.Health}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

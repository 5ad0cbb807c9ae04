/** The services that every face calls; start from {@link org.quantplatform.api.PlatformSession}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

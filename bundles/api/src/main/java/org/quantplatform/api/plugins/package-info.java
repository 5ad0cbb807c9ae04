/** What is plugged in; start from {@link org.quantplatform.api.plugins.Plugins}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.plugins;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

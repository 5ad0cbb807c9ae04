/** Plug-ins as the calculating bundles use them; start from {@link org.quantplatform.core.plugins.PluginRegistry}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.plugins;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

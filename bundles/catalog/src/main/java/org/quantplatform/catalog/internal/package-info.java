/** Plug-ins as they come and go; start from {@link org.quantplatform.catalog.internal.PluginCatalog}. */
@NullMarked
package org.quantplatform.catalog.internal;

import org.jspecify.annotations.NullMarked;

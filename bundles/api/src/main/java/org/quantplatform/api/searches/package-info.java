/** Searches for parameters, and how far what they find can be trusted; start from {@link org.quantplatform.api.searches.Searches}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.searches;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

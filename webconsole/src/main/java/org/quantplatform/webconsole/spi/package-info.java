/** Pages that other bundles add to the web console; start from {@link org.quantplatform.webconsole.spi.ConsoleView}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.webconsole.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Market data as it is read and written; start from {@link org.quantplatform.core.data.PanelSource}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

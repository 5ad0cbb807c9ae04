/** Tables written into files; start from {@link org.quantplatform.core.files.Rows}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.files;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

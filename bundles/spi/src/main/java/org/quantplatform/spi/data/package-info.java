/** Data sources bring bars, instruments, corporate actions, fundamentals and members of indexes; start from {@link org.quantplatform.spi.data.DataSource}. */
@NullMarked
@Export
@Version("1.5.0")
package org.quantplatform.spi.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

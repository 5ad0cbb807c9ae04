/** Threads; start from {@link org.quantplatform.core.threads.Daemon}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.threads;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Long work and its progress; start from {@link org.quantplatform.api.jobs.Jobs}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Long work; start from {@link org.quantplatform.core.jobs.JobHandler}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

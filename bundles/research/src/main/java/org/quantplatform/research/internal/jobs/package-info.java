/** Runs long work; start from {@link org.quantplatform.research.internal.jobs.JobRunner}. */
@NullMarked
package org.quantplatform.research.internal.jobs;

import org.jspecify.annotations.NullMarked;

/** Statistics of returns, drawdowns and round trips; start from {@link org.quantplatform.engine.stats.PerformanceSummary}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.engine.stats;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

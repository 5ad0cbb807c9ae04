/** What a completed backtest tells of itself; start from {@link org.quantplatform.api.statistics.RunStatistics}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.statistics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

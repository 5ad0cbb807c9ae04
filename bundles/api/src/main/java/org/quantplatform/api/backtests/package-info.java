/** Backtests and their results; start from {@link org.quantplatform.api.backtests.Backtests}. */
@NullMarked
@Export
@Version("1.2.0")
package org.quantplatform.api.backtests;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

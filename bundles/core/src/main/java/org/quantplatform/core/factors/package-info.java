/** Where factor scores and analyses are kept; start from {@link org.quantplatform.core.factors.FactorScoreStore}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.factors;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

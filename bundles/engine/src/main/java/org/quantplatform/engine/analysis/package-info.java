/**
 * How well scores foretold returns: information coefficients, quantile returns, turnover, factor returns; start from {@link
 * org.quantplatform.engine.analysis.FactorAnalysis}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.engine.analysis;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

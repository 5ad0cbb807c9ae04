/**
 * Factors, their scores and what these foretold; start from {@link org.quantplatform.api.factors.Factors} and {@link
 * org.quantplatform.api.factors.FactorAnalyses}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.factors;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

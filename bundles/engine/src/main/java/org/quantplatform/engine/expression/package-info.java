/**
 * Formulas over the columns of a panel, such as {@code Mean($close, 20) / $close - 1}; start from {@link
 * org.quantplatform.engine.expression.Expression} and {@link org.quantplatform.engine.expression.Program}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.engine.expression;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

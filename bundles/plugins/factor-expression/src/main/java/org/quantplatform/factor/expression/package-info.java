/** Factors that are formulas; start from {@link org.quantplatform.factor.expression.ExpressionFactor}. */
@NullMarked
package org.quantplatform.factor.expression;

import org.jspecify.annotations.NullMarked;

/** Stored strategies; start from {@link org.quantplatform.research.internal.strategies.StoredStrategies}. */
@NullMarked
package org.quantplatform.research.internal.strategies;

import org.jspecify.annotations.NullMarked;

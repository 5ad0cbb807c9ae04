/** Strategies by crosses of moving averages; start from {@link org.quantplatform.strategy.cross.SmaCrossStrategy}. */
@NullMarked
package org.quantplatform.strategy.cross;

import org.jspecify.annotations.NullMarked;

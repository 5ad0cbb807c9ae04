/** Technical indicators as factors; start from {@link org.quantplatform.factor.technical.BarFactor}. */
@NullMarked
package org.quantplatform.factor.technical;

import org.jspecify.annotations.NullMarked;

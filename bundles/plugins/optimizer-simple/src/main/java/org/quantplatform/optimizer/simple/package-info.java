/** Optimizers with a closed form. */
@NullMarked
package org.quantplatform.optimizer.simple;

import org.jspecify.annotations.NullMarked;

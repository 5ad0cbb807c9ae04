/** Scores of factors: computed over panels and kept for the next who wants the same. */
@NullMarked
package org.quantplatform.research.internal.scores;

import org.jspecify.annotations.NullMarked;

package org.quantplatform.api.searches;

import org.jspecify.annotations.Nullable;

/**
 * Which trials, and in which order; null means any.
 *
 * @param best best first, those without objective last, of equal ones the lower number; by number when false
 */
public record TrialQuery(@Nullable Integer window, Trial.@Nullable Part part, boolean best) {

    public static final TrialQuery BEST = new TrialQuery(null, null, true);
}

package org.quantplatform.spi.optimizer;

import java.util.List;

/**
 * What an optimizer found.
 *
 * @param weights one per asset of the problem, finite and not negative, their sum not above the budget; empty when there is
 *     no solution
 * @param conflicts names of what cannot be met together; empty when there is a solution
 */
public record Solution(double[] weights, List<String> conflicts) {

    public Solution {
        conflicts = List.copyOf(conflicts);
    }

    public static Solution of(double... weights) {
        return new Solution(weights, List.of());
    }

    /** No weights meet these together. */
    public static Solution infeasible(String... conflicts) {
        if (conflicts.length == 0) {
            throw new IllegalArgumentException("a problem without a solution names what conflicts");
        }
        return new Solution(new double[0], List.of(conflicts));
    }

    public boolean feasible() {
        return conflicts.isEmpty();
    }
}

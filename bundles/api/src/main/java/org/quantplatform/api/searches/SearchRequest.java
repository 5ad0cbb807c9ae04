package org.quantplatform.api.searches;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestRequest;

/**
 * What to search.
 *
 * @param name for people, up to 200 characters; the strategy's when left out
 * @param backtest the run to be varied; what the space does not name stays as it is here
 * @param space by path in the backtest request: {@code parameters.NAME}, {@code factors[0].weight}, {@code
 *     factors[0].parameters.NAME}, {@code optimizer.parameters.NAME}, {@code constraints.NAME}, {@code rebalance_frequency},
 *     {@code initial_capital}, and members of {@code costs}, {@code execution}, {@code financing} and {@code dividends}
 * @param constraints comparisons that a combination must meet, such as {@code fast < slow}: two paths, or a path and a number;
 *     a path may be shortened to its last name where only one ends so
 * @param objective {@code sharpe_ratio} when left out
 * @param kind {@code grid} when left out
 * @param trials number of combinations drawn in a random search, 100 when left out
 * @param seed of a random search, 0 when left out
 * @param walkForward only of a walk-forward search
 * @param costMultiples only of a search of costs, ascending; 0, 0.5, 1, 1.5, 2, 3 and 5 when left out
 */
public record SearchRequest(
        @Nullable String name,
        @Nullable BacktestRequest backtest,
        Map<String, Dimension> space,
        List<String> constraints,
        @Nullable Objective objective,
        @Nullable SearchKind kind,
        @Nullable Integer trials,
        @Nullable Long seed,
        @Nullable WalkForwardSpec walkForward,
        @Nullable List<Double> costMultiples) {

    /** The space is kept in order of path, which numbers its combinations. */
    public SearchRequest {
        if (space != null && space.values().stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a path of the space must not be null");
        }
        space = space == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(space));
        constraints = withoutNull(constraints);
        costMultiples = costMultiples == null ? null : withoutNull(costMultiples);
    }

    private static <T> List<T> withoutNull(@Nullable List<T> values) {
        if (values != null && values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("lists must not hold null");
        }
        return values == null ? List.of() : List.copyOf(values);
    }
}

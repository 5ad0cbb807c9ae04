package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.RequestResolver.Resolved;

/** Chooses the combinations that meet the constraints and that the plug-ins take. */
final class Choice {

    /** A space in which so many draws in a row find nothing new is taken to hold nothing more. */
    private static final int MOST_MISSES = 10_000;

    private final Combinations combinations;
    private final List<Comparison> constraints;
    private final SpaceCheck space;
    private final List<Long> indices = new ArrayList<>();
    private final List<Resolved> resolved = new ArrayList<>();
    private int refused;
    private @Nullable String refusal;

    Choice(Combinations combinations, List<Comparison> constraints, SpaceCheck space) {
        this.combinations = combinations;
        this.constraints = constraints;
        this.space = space;
    }

    List<Long> indices() {
        return List.copyOf(indices);
    }

    /** What the chosen combinations will run. */
    List<Resolved> resolved() {
        return resolved;
    }

    List<String> warnings() {
        return refused == 0
                ? List.of()
                : List.of(refused + " combinations are left out because they cannot be run, the first of them: "
                        + refusal);
    }

    /** @param windows of a walk-forward search, 0 otherwise */
    void choose(SearchRequest request, int windows) {
        if (request.kind() == SearchKind.RANDOM) {
            draw(request.trials(), request.seed());
        } else {
            takeAll(windows);
        }
        if (indices.isEmpty()) {
            throw QuantException.invalid(
                    refusal == null ? "constraints" : "space",
                    refusal == null
                            ? "no combination meets them"
                            : "none of the combinations can be run, the first of them: " + refusal);
        }
    }

    private void takeAll(int windows) {
        List<Long> admitted = new ArrayList<>();
        long count = combinations.count().longValueExact();
        for (long index = 0; index < count; index++) {
            if (holds(index)) {
                admitted.add(index);
            }
        }
        long runs = windows == 0 ? admitted.size() : (admitted.size() + 1L) * windows;
        if (runs > Searches.MOST_TRIALS) {
            String of = windows == 0 ? "" : ": " + admitted.size() + " combinations in each of " + windows + " windows";
            throw QuantException.invalid(
                    "space",
                    "needs " + runs + " runs" + of + "; at most " + Searches.MOST_TRIALS
                            + " are made, a random search draws some of them");
        }
        admitted.forEach(this::take);
    }

    private void draw(int trials, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long count = combinations.count().longValueExact();
        Set<Long> seen = new LinkedHashSet<>();
        int misses = 0;
        while (indices.size() < trials && seen.size() < count && misses < MOST_MISSES) {
            long index = random.nextLong(count);
            boolean found = seen.add(index) && holds(index) && take(index);
            misses = found ? 0 : misses + 1;
        }
    }

    private boolean holds(long index) {
        if (constraints.isEmpty()) {
            return true;
        }
        Map<SpacePath, Object> values = combinations.at(index);
        return constraints.stream().allMatch(constraint -> constraint.holds(values));
    }

    /** False when a plug-in refuses values that do not go together. */
    private boolean take(long index) {
        Map<SpacePath, Object> values = combinations.at(index);
        try {
            resolved.add(space.resolve(values));
            indices.add(index);
            return true;
        } catch (QuantException e) {
            if (e.code() != ErrorCode.INVALID_REQUEST) {
                throw e;
            }
            if (refused++ == 0) {
                refusal = TrialPlan.named(values) + ": " + e.getMessage();
            }
            return false;
        }
    }
}

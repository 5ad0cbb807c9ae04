package org.quantplatform.research.internal.requests;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.api.strategies.FactorCombination.Method;

/** Checks how factors are combined, and fills in defaults. */
public final class CombinationCheck {

    private static final int HORIZON = 21;
    private static final int WINDOW = 252;
    private static final int LONGEST_WINDOW = 2520;
    private static final int LONGEST_HORIZON = 252;

    private CombinationCheck() {}

    /**
     * @param path of the combination in the request
     * @return with every default, also where {@code problems} holds that something is wrong
     */
    public static FactorCombination resolved(FactorCombination given, String path, Problems problems) {
        problems.addIf(
                given.method() == null, path + ".method", "must be given, equal, ic, inverse_volatility or max_icir");
        int window = given.window() == null ? WINDOW : given.window();
        range(path + ".horizon", given.horizon(), new Bounds(1, LONGEST_HORIZON), problems);
        range(path + ".window", given.window(), new Bounds(2, LONGEST_WINDOW), problems);
        range(path + ".min_days", given.minDays(), new Bounds(2, Math.max(2, window)), problems);
        return new FactorCombination(
                given.method() == null ? Method.GIVEN : given.method(),
                given.horizon() == null ? HORIZON : given.horizon(),
                window,
                given.minDays() == null ? Math.max(2, window / 4) : given.minDays());
    }

    private record Bounds(int least, int most) {}

    private static void range(String field, @Nullable Integer value, Bounds bounds, Problems problems) {
        problems.addIf(
                value != null && (value < bounds.least() || value > bounds.most()),
                field,
                "must be " + bounds.least() + " to " + bounds.most() + ", was " + value);
    }
}

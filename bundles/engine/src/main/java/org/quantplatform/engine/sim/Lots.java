package org.quantplatform.engine.sim;

import org.quantplatform.model.ShareRule;

/** Rounds share counts to what may be ordered. */
final class Lots {

    /** A count this close below a whole number is that number: division left the difference. */
    static final double TOLERANCE = 1e-9;

    private final boolean whole;
    private final int[] lots;

    Lots(ShareRule rule, int[] lots) {
        this.whole = rule == ShareRule.WHOLE;
        this.lots = lots;
    }

    boolean whole() {
        return whole;
    }

    /** {@code shares} is not negative. */
    double round(int asset, double shares) {
        if (!whole) {
            return shares;
        }
        int lot = lots[asset];
        return Math.floor(shares / lot + TOLERANCE) * lot;
    }
}

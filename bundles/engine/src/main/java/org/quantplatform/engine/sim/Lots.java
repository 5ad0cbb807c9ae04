package org.quantplatform.engine.sim;

import org.quantplatform.model.ShareRule;

/** Rounds share counts to what may be ordered. */
final class Lots {

    /** A count this close below a whole number is that number: division left the difference. */
    static final double TOLERANCE = 1e-9;

    private final boolean whole;
    private final TradingRules rules;

    Lots(ShareRule rule, TradingRules rules) {
        this.whole = rule == ShareRule.WHOLE;
        this.rules = rules;
    }

    boolean whole() {
        return whole;
    }

    /** Towards 0, to whole lots; 0 when that is less than may be ordered. */
    double round(int asset, int day, double shares) {
        if (!whole) {
            return shares;
        }
        double lot = rules.lot(asset, day);
        double rounded = Math.floor(Math.abs(shares) / lot + TOLERANCE) * lot;
        return rounded < rules.least(asset, day) ? 0 : Math.copySign(rounded, shares);
    }

    /** The most that may be sold of a long position of {@code held} shares when {@code wanted} are to go. */
    double sale(int asset, int day, double held, double wanted) {
        if (!whole || wanted >= held) {
            return Math.min(held, wanted);
        }
        double lots = round(asset, day, wanted);
        double rest = held - round(asset, day, held);
        double withRest = rest == 0 ? lots : round(asset, day, Math.max(0, wanted - rest)) + rest;
        return withRest <= wanted + TOLERANCE ? Math.max(lots, withRest) : lots;
    }
}

package org.quantplatform.engine.sim;

import java.util.List;
import org.quantplatform.model.Panel;

/** Watches whether the equity still carries the positions of a margin account. */
final class Margin {

    private final Panel prices;
    private final Financing financing;
    private final Book book;
    private final List<String> warnings;
    private int calls;
    private boolean ruined;

    Margin(Setup setup, Book book, List<String> warnings) {
        this.prices = setup.prices();
        this.financing = setup.terms().financing();
        this.book = book;
        this.warnings = warnings;
    }

    /** True from the day on which the equity was used up; there are no decisions any more. */
    boolean ruined() {
        return ruined;
    }

    /**
     * Looks at the close of a day.
     *
     * @param targets takes the reduced weights when there is a call
     * @return true when positions must be reduced on the next bar
     */
    boolean calls(int day, double equity, double[] weights, double[] targets) {
        if (!financing.margin()) {
            return false;
        }
        if (equity <= 0 && !ruined) {
            ruined = true;
            warnings.add("the equity was used up on " + prices.date(day) + "; all positions are closed");
        }
        double gross = book.gross();
        if (gross == 0 || equity > 0 && equity >= financing.maintenanceMargin() * gross) {
            return false;
        }
        calls++;
        double kept = ruined ? 0 : equity / financing.initialMargin() / gross;
        for (int asset = 0; asset < targets.length; asset++) {
            targets[asset] = kept == 0 ? 0 : weights[asset] * kept;
        }
        return true;
    }

    void warn() {
        if (calls > 0) {
            warnings.add(calls + (calls == 1 ? " margin call" : " margin calls") + " reduced positions");
        }
    }
}

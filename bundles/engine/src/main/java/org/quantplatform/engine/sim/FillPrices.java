package org.quantplatform.engine.sim;

import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Panel;

/** Undisturbed prices at which orders are filled. */
final class FillPrices {

    private final int days;
    private final double[] first;
    private final double[] high;
    private final double[] low;
    private final boolean typical;

    FillPrices(Panel prices, FillPrice rule) {
        this.days = prices.days();
        this.typical = rule == FillPrice.NEXT_VWAP;
        this.first = prices.column(rule == FillPrice.NEXT_OPEN ? Field.OPEN : Field.CLOSE);
        this.high = typical ? prices.column(Field.HIGH) : first;
        this.low = typical ? prices.column(Field.LOW) : first;
    }

    /** Not above 0 (or NaN) when the asset cannot be traded on the day. */
    double price(int asset, int day) {
        int at = asset * days + day;
        return typical ? (high[at] + low[at] + first[at]) / 3 : first[at];
    }
}

package org.quantplatform.source.akshare.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;

/**
 * What a company gave on its shares on a day. Several gifts of a day are all counted on the shares from before any of them, so
 * that they add up: ten shares that get a and then b new ones, and c and d yuan, make a split of 1 + (a + b) / 10 and a
 * dividend of (c + d) / 10 / (1 + (a + b) / 10) for each share after it.
 *
 * @param sharesPerTen new shares for ten old ones, NaN for none
 * @param cashPerTen yuan for ten old shares, before tax, NaN for none
 */
record Distribution(String ticker, LocalDate exDate, double sharesPerTen, double cashPerTen) {

    private static final double TEN = 10;
    /** What was only proposed changes no price. */
    static final String DONE = "实施";

    /** Both, of one day. */
    Distribution and(Distribution other) {
        return new Distribution(
                ticker, exDate, sum(sharesPerTen, other.sharesPerTen), sum(cashPerTen, other.cashPerTen));
    }

    /** As it is written: 0.1 and 0.2 are 0.3. */
    private static double sum(double one, double two) {
        if (Double.isNaN(one) || Double.isNaN(two)) {
            return Double.isNaN(one) ? two : one;
        }
        return BigDecimal.valueOf(one).add(BigDecimal.valueOf(two)).doubleValue();
    }

    /** Cash of a day on which shares are given too is stated per share after that, which is how the platform counts. */
    List<CorporateAction> actions() {
        List<CorporateAction> actions = new ArrayList<>();
        double ratio = 1;
        if (sharesPerTen > 0) {
            ratio += sharesPerTen / TEN;
            actions.add(new CorporateAction(Market.CN, ticker, exDate, Kind.SPLIT, ratio));
        }
        if (cashPerTen > 0) {
            actions.add(new CorporateAction(Market.CN, ticker, exDate, Kind.DIVIDEND, cashPerTen / TEN / ratio));
        }
        return List.copyOf(actions);
    }
}

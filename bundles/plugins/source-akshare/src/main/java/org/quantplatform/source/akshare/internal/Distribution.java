package org.quantplatform.source.akshare.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;

/**
 * What a company gave on its shares.
 *
 * @param sharesPerTen new shares for ten old ones
 * @param cashPerTen yuan for ten old shares, before tax
 */
record Distribution(String ticker, LocalDate exDate, double sharesPerTen, double cashPerTen) {

    private static final double TEN = 10;
    /** What was only proposed changes no price. */
    static final String DONE = "实施";

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

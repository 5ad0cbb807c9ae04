package org.quantplatform.engine.positions;

import java.util.List;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Trade;

/**
 * What a run left behind.
 *
 * @param prices as stated, of every asset that was traded
 * @param actions that {@code prices} do not contain
 * @param trades in order of time
 * @param flows in order of time; on a day they come before the trades
 * @param rates units of the account's currency for one of the market's at each close of the panel; empty when they are one
 * @param firstDay of the run, index in the panel
 * @param equity at the close of each day of the run, in the account's currency
 * @param capital before the first day
 */
public record History(
        Panel prices,
        List<CorporateAction> actions,
        List<Trade> trades,
        List<CashFlow> flows,
        double[] rates,
        int firstDay,
        double[] equity,
        double capital) {

    /** Of the run, index in the panel. */
    public int lastDay() {
        return firstDay + equity.length - 1;
    }

    /** Equity at the close of a day of the panel. */
    double equity(int day) {
        return equity[day - firstDay];
    }

    double rate(int day) {
        return rates.length == 0 ? 1 : rates[day];
    }
}

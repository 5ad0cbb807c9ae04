package org.quantplatform.engine.positions;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Trade;

/** Hears what happened to positions, in order of time. */
interface Follower {

    /** A trade or a flow of an asset. */
    void moved(Move move);

    /** A day is over. */
    void closed(int day, Positions positions);

    /**
     * What changed an asset's shares, or paid cash for them.
     *
     * @param after shares held afterwards
     * @param cash received in the account's currency, negative when paid; costs are taken off
     * @param trade null when it was a flow
     * @param flow null when it was a trade
     */
    record Move(int asset, int day, double after, double cash, @Nullable Trade trade, @Nullable CashFlow flow) {}
}

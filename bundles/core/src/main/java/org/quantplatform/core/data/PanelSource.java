package org.quantplatform.core.data;

import java.util.List;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Market;

/** Gives panels; equal queries give equal panels for ever. */
public interface PanelSource {

    /** Id of the latest completed import; 0 when there is none. */
    long currentSnapshot();

    /**
     * Tickers without a bar in the snapshot are left out of the panel, and so are items of which nothing is stored for any
     * of the instruments.
     *
     * @throws org.quantplatform.model.QuantException {@code NO_DATA} when no bar is left
     */
    MarketPanel load(PanelQuery query);

    /**
     * Every time in which an instrument belonged to the index, as known in the snapshot, under the tickers of that snapshot,
     * in order of ticker and day; empty when there is no such index.
     */
    List<IndexMember> members(long snapshot, Market market, String index);
}

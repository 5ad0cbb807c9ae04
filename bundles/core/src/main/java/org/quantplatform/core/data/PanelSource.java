package org.quantplatform.core.data;

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
}

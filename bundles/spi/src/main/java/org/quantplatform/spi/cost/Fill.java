package org.quantplatform.spi.cost;

import java.time.LocalDate;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Market;
import org.quantplatform.model.Side;

/**
 * An execution to be charged.
 *
 * @param exchange ISO 10383 code of the instrument's exchange
 * @param settlement day on which the trade settles
 * @param price executed price in the market's currency
 */
public record Fill(
        Market market,
        String exchange,
        AssetType type,
        LocalDate date,
        LocalDate settlement,
        Side side,
        double shares,
        double price) {

    public double notional() {
        return shares * price;
    }
}

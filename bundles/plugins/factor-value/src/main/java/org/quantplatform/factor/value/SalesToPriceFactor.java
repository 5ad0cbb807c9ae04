package org.quantplatform.factor.value;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Revenue of twelve months over the market capitalisation (Barbee, Mukherji and Raines 1996): the cheaper, the higher.
 */
@Plugin(
        id = "sales-to-price",
        title = "Sales to price",
        tags = {"value", "fundamental"})
@Component(service = Factor.class)
public final class SalesToPriceFactor extends AccountFactor {

    private static final Field REVENUE_TTM = Field.of("revenue_ttm");

    public SalesToPriceFactor() {
        super(REVENUE_TTM, Field.MARKET_CAP);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(REVENUE_TTM), cell.today(Field.MARKET_CAP));
    }
}

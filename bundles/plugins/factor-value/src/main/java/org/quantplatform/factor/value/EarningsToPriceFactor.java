package org.quantplatform.factor.value;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Net income of twelve months over the market capitalisation (Basu 1977): the cheaper, the higher; losses score below 0.
 */
@Plugin(
        id = "earnings-to-price",
        title = "Earnings to price",
        tags = {"value", "fundamental"})
@Component(service = Factor.class)
public final class EarningsToPriceFactor extends AccountFactor {

    private static final Field NET_INCOME_TTM = Field.of("net_income_ttm");

    public EarningsToPriceFactor() {
        super(NET_INCOME_TTM, Field.MARKET_CAP);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(NET_INCOME_TTM), cell.today(Field.MARKET_CAP));
    }
}

package org.quantplatform.factor.value;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Dividends per share of twelve months over the price, which is the market capitalisation over the shares outstanding: the
 * more is paid, the higher. The dividends are those that the accounts state, not the cash payments that adjust prices.
 */
@Plugin(
        id = "dividend-yield",
        title = "Dividend yield",
        tags = {"value", "fundamental"})
@Component(service = Factor.class)
public final class DividendYieldFactor extends AccountFactor {

    private static final Field DIVIDENDS_PER_SHARE_TTM = Field.of("dividends_per_share_ttm");
    private static final Field SHARES_OUTSTANDING = Field.of("shares_outstanding");

    public DividendYieldFactor() {
        super(DIVIDENDS_PER_SHARE_TTM, SHARES_OUTSTANDING, Field.MARKET_CAP);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        double paid = cell.today(DIVIDENDS_PER_SHARE_TTM) * cell.today(SHARES_OUTSTANDING);
        return ratio(paid, cell.today(Field.MARKET_CAP));
    }
}

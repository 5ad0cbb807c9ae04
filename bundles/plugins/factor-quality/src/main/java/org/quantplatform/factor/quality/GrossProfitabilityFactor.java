package org.quantplatform.factor.quality;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Gross profit of twelve months over the latest total assets (Novy-Marx 2013): the more is earned, the higher.
 */
@Plugin(
        id = "gross-profitability",
        title = "Gross profitability",
        tags = {"quality", "fundamental"})
@Component(service = Factor.class)
public final class GrossProfitabilityFactor extends AccountFactor {

    private static final Field GROSS_PROFIT_TTM = Field.of("gross_profit_ttm");
    private static final Field TOTAL_ASSETS = Field.of("total_assets");

    public GrossProfitabilityFactor() {
        super(GROSS_PROFIT_TTM, TOTAL_ASSETS);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(GROSS_PROFIT_TTM), cell.today(TOTAL_ASSETS));
    }
}

package org.quantplatform.factor.quality;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Net income of twelve months over the latest total assets: the more is earned, the higher.
 */
@Plugin(
        id = "roa",
        title = "Return on assets",
        tags = {"quality", "fundamental"})
@Component(service = Factor.class)
public final class ReturnOnAssetsFactor extends AccountFactor {

    private static final Field NET_INCOME_TTM = Field.of("net_income_ttm");
    private static final Field TOTAL_ASSETS = Field.of("total_assets");

    public ReturnOnAssetsFactor() {
        super(NET_INCOME_TTM, TOTAL_ASSETS);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(NET_INCOME_TTM), cell.today(TOTAL_ASSETS));
    }
}

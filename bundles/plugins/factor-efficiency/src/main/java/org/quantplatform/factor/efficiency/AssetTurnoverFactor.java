package org.quantplatform.factor.efficiency;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Revenue of twelve months over the latest total assets: the more is sold, the higher.
 */
@Plugin(
        id = "asset-turnover",
        title = "Asset turnover",
        tags = {"efficiency", "fundamental"})
@Component(service = Factor.class)
public final class AssetTurnoverFactor extends AccountFactor {

    private static final Field REVENUE_TTM = Field.of("revenue_ttm");
    private static final Field TOTAL_ASSETS = Field.of("total_assets");

    public AssetTurnoverFactor() {
        super(REVENUE_TTM, TOTAL_ASSETS);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(REVENUE_TTM), cell.today(TOTAL_ASSETS));
    }
}

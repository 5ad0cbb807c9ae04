package org.quantplatform.factor.efficiency;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Asset turnover less that of a year before (a signal of Piotroski 2000): the more it rose, the higher.
 */
@Plugin(
        id = "asset-turnover-change",
        title = "Change of asset turnover",
        tags = {"efficiency", "fundamental"})
@Component(service = Factor.class)
public final class AssetTurnoverChangeFactor extends AccountFactor {

    private static final Field REVENUE_TTM = Field.of("revenue_ttm");
    private static final Field TOTAL_ASSETS = Field.of("total_assets");
    private static final Field REVENUE_TTM_YEAR_AGO = Field.of("revenue_ttm_year_ago");
    private static final Field TOTAL_ASSETS_YEAR_AGO = Field.of("total_assets_year_ago");

    public AssetTurnoverChangeFactor() {
        super(REVENUE_TTM, TOTAL_ASSETS, REVENUE_TTM_YEAR_AGO, TOTAL_ASSETS_YEAR_AGO);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        double before = ratio(cell.today(REVENUE_TTM_YEAR_AGO), cell.today(TOTAL_ASSETS_YEAR_AGO));
        return ratio(cell.today(REVENUE_TTM), cell.today(TOTAL_ASSETS)) - before;
    }
}

package org.quantplatform.factor.growth;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus the growth of total assets within a year (Cooper, Gulen and Schill 2008, who find that fast growers disappoint): the
 * slower, the higher.
 */
@Plugin(
        id = "asset-growth",
        title = "Growth of assets, slowest first",
        tags = {"growth", "fundamental"})
@Component(service = Factor.class)
public final class AssetGrowthFactor extends AccountFactor {

    private static final Field TOTAL_ASSETS = Field.of("total_assets");
    private static final Field TOTAL_ASSETS_YEAR_AGO = Field.of("total_assets_year_ago");

    public AssetGrowthFactor() {
        super(TOTAL_ASSETS, TOTAL_ASSETS_YEAR_AGO);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return 1 - ratio(cell.today(TOTAL_ASSETS), cell.today(TOTAL_ASSETS_YEAR_AGO));
    }
}

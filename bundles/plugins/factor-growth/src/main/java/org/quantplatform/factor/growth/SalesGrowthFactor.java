package org.quantplatform.factor.growth;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Revenue of twelve months over that of the twelve months a year before, less 1: the faster, the higher.
 */
@Plugin(
        id = "sales-growth",
        title = "Growth of sales",
        tags = {"growth", "fundamental"})
@Component(service = Factor.class)
public final class SalesGrowthFactor extends AccountFactor {

    private static final Field REVENUE_TTM = Field.of("revenue_ttm");
    private static final Field REVENUE_TTM_YEAR_AGO = Field.of("revenue_ttm_year_ago");

    public SalesGrowthFactor() {
        super(REVENUE_TTM, REVENUE_TTM_YEAR_AGO);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(REVENUE_TTM), cell.today(REVENUE_TTM_YEAR_AGO)) - 1;
    }
}

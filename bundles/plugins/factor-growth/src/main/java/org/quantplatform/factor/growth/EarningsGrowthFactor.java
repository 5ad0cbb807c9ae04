package org.quantplatform.factor.growth;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Change of twelve months' net income within a year, over the absolute value of what it was: the faster, the higher, also out of
 * a loss. No score when it was 0.
 */
@Plugin(
        id = "earnings-growth",
        title = "Growth of earnings",
        tags = {"growth", "fundamental"})
@Component(service = Factor.class)
public final class EarningsGrowthFactor extends AccountFactor {

    private static final Field NET_INCOME_TTM = Field.of("net_income_ttm");
    private static final Field NET_INCOME_TTM_YEAR_AGO = Field.of("net_income_ttm_year_ago");

    public EarningsGrowthFactor() {
        super(NET_INCOME_TTM, NET_INCOME_TTM_YEAR_AGO);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        double before = cell.today(NET_INCOME_TTM_YEAR_AGO);
        return ratio(cell.today(NET_INCOME_TTM) - before, Math.abs(before));
    }
}

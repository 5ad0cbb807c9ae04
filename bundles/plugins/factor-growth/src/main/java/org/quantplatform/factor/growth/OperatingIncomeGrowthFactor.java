package org.quantplatform.factor.growth;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Change of twelve months' operating income within a year, over the absolute value of what it was: the faster, the higher, also out of
 * a loss. No score when it was 0.
 */
@Plugin(
        id = "operating-income-growth",
        title = "Growth of operating income",
        tags = {"growth", "fundamental"})
@Component(service = Factor.class)
public final class OperatingIncomeGrowthFactor extends AccountFactor {

    private static final Field OPERATING_INCOME_TTM = Field.of("operating_income_ttm");
    private static final Field OPERATING_INCOME_TTM_YEAR_AGO = Field.of("operating_income_ttm_year_ago");

    public OperatingIncomeGrowthFactor() {
        super(OPERATING_INCOME_TTM, OPERATING_INCOME_TTM_YEAR_AGO);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        double before = cell.today(OPERATING_INCOME_TTM_YEAR_AGO);
        return ratio(cell.today(OPERATING_INCOME_TTM) - before, Math.abs(before));
    }
}

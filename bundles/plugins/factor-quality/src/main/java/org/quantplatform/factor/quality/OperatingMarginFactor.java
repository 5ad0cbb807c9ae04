package org.quantplatform.factor.quality;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Operating income over revenue, both of twelve months: the more remains, the higher. No score without revenue.
 */
@Plugin(
        id = "operating-margin",
        title = "Operating margin",
        tags = {"quality", "fundamental"})
@Component(service = Factor.class)
public final class OperatingMarginFactor extends AccountFactor {

    private static final Field OPERATING_INCOME_TTM = Field.of("operating_income_ttm");
    private static final Field REVENUE_TTM = Field.of("revenue_ttm");

    public OperatingMarginFactor() {
        super(OPERATING_INCOME_TTM, REVENUE_TTM);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(OPERATING_INCOME_TTM), cell.today(REVENUE_TTM));
    }
}

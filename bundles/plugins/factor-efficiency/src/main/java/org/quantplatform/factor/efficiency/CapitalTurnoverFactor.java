package org.quantplatform.factor.efficiency;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Revenue of twelve months over the latest total debt and book value together: the more is sold with the capital put in, the
 * higher. No score unless the capital is positive.
 */
@Plugin(
        id = "capital-turnover",
        title = "Capital turnover",
        tags = {"efficiency", "fundamental"})
@Component(service = Factor.class)
public final class CapitalTurnoverFactor extends AccountFactor {

    private static final Field REVENUE_TTM = Field.of("revenue_ttm");
    private static final Field TOTAL_DEBT = Field.of("total_debt");
    private static final Field BOOK_VALUE = Field.of("book_value");

    public CapitalTurnoverFactor() {
        super(REVENUE_TTM, TOTAL_DEBT, BOOK_VALUE);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(REVENUE_TTM), cell.today(TOTAL_DEBT) + cell.today(BOOK_VALUE));
    }
}

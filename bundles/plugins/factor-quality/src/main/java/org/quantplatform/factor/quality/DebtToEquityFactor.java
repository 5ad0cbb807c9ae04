package org.quantplatform.factor.quality;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus total debt over book value: the less debt, the higher, at most 0. No score for a book value that is not positive.
 */
@Plugin(
        id = "debt-to-equity",
        title = "Debt to equity, least first",
        tags = {"quality", "fundamental"})
@Component(service = Factor.class)
public final class DebtToEquityFactor extends AccountFactor {

    private static final Field TOTAL_DEBT = Field.of("total_debt");
    private static final Field BOOK_VALUE = Field.of("book_value");

    public DebtToEquityFactor() {
        super(TOTAL_DEBT, BOOK_VALUE);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return -ratio(cell.today(TOTAL_DEBT), cell.today(BOOK_VALUE));
    }
}

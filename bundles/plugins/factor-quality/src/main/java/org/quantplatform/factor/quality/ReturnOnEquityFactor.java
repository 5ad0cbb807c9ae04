package org.quantplatform.factor.quality;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Net income of twelve months over the latest book value: the more is earned, the higher. No score for a book value that is
 * not positive.
 */
@Plugin(
        id = "roe",
        title = "Return on equity",
        tags = {"quality", "fundamental"})
@Component(service = Factor.class)
public final class ReturnOnEquityFactor extends AccountFactor {

    private static final Field NET_INCOME_TTM = Field.of("net_income_ttm");
    private static final Field BOOK_VALUE = Field.of("book_value");

    public ReturnOnEquityFactor() {
        super(NET_INCOME_TTM, BOOK_VALUE);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(NET_INCOME_TTM), cell.today(BOOK_VALUE));
    }
}

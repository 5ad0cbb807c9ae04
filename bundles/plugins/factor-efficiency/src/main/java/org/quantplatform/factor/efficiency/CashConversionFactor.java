package org.quantplatform.factor.efficiency;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Operating cash flow over net income, both of twelve months: the more of the income is cash, the higher. No score for a loss.
 */
@Plugin(
        id = "cash-conversion",
        title = "Cash conversion",
        tags = {"efficiency", "fundamental"})
@Component(service = Factor.class)
public final class CashConversionFactor extends AccountFactor {

    private static final Field OPERATING_CASH_FLOW_TTM = Field.of("operating_cash_flow_ttm");
    private static final Field NET_INCOME_TTM = Field.of("net_income_ttm");

    public CashConversionFactor() {
        super(OPERATING_CASH_FLOW_TTM, NET_INCOME_TTM);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(OPERATING_CASH_FLOW_TTM), cell.today(NET_INCOME_TTM));
    }
}

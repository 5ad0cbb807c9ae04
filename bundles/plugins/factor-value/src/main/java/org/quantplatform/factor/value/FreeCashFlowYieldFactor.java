package org.quantplatform.factor.value;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Free cash flow of twelve months over the market capitalisation (Lakonishok, Shleifer and Vishny 1994, for cash flow): the
 * cheaper, the higher; a cash drain scores below 0.
 */
@Plugin(
        id = "fcf-yield",
        title = "Free cash flow yield",
        tags = {"value", "fundamental"})
@Component(service = Factor.class)
public final class FreeCashFlowYieldFactor extends AccountFactor {

    private static final Field FREE_CASH_FLOW_TTM = Field.of("free_cash_flow_ttm");

    public FreeCashFlowYieldFactor() {
        super(FREE_CASH_FLOW_TTM, Field.MARKET_CAP);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        return ratio(cell.today(FREE_CASH_FLOW_TTM), cell.today(Field.MARKET_CAP));
    }
}

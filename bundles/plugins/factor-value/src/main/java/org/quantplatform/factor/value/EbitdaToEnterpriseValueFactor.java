package org.quantplatform.factor.value;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * EBITDA of twelve months over the enterprise value, which is market capitalisation plus total debt less cash (Loughran and
 * Wellman 2011): the cheaper, the higher. No score for an enterprise value that is not positive.
 */
@Plugin(
        id = "ebitda-to-ev",
        title = "EBITDA to enterprise value",
        tags = {"value", "fundamental"})
@Component(service = Factor.class)
public final class EbitdaToEnterpriseValueFactor extends AccountFactor {

    private static final Field EBITDA_TTM = Field.of("ebitda_ttm");
    private static final Field TOTAL_DEBT = Field.of("total_debt");
    private static final Field CASH = Field.of("cash");

    public EbitdaToEnterpriseValueFactor() {
        super(EBITDA_TTM, Field.MARKET_CAP, TOTAL_DEBT, CASH);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        double enterprise = cell.today(Field.MARKET_CAP) + cell.today(TOTAL_DEBT) - cell.today(CASH);
        return ratio(cell.today(EBITDA_TTM), enterprise);
    }
}

package org.quantplatform.factor.quality;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus the part of twelve months' net income that is no operating cash flow, over the mean of total assets now and a year
 * ago (Sloan 1996, measured from cash flows as Hribar and Collins 2002 do): the more of the income is cash, the higher.
 */
@Plugin(
        id = "accruals",
        title = "Accruals, least first",
        tags = {"quality", "fundamental"})
@Component(service = Factor.class)
public final class AccrualsFactor extends AccountFactor {

    private static final Field NET_INCOME_TTM = Field.of("net_income_ttm");
    private static final Field OPERATING_CASH_FLOW_TTM = Field.of("operating_cash_flow_ttm");
    private static final Field TOTAL_ASSETS = Field.of("total_assets");
    private static final Field TOTAL_ASSETS_YEAR_AGO = Field.of("total_assets_year_ago");

    public AccrualsFactor() {
        super(NET_INCOME_TTM, OPERATING_CASH_FLOW_TTM, TOTAL_ASSETS, TOTAL_ASSETS_YEAR_AGO);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        double accruals = cell.today(NET_INCOME_TTM) - cell.today(OPERATING_CASH_FLOW_TTM);
        double assets = (cell.today(TOTAL_ASSETS) + cell.today(TOTAL_ASSETS_YEAR_AGO)) / 2;
        return -ratio(accruals, assets);
    }
}

package org.quantplatform.factor.size;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus the natural logarithm of the market capitalisation (Banz 1981): the smaller, the higher. The unit is the instrument's
 * currency.
 */
@Plugin(
        id = "log-market-cap",
        title = "Size, smallest first",
        tags = {"size", "fundamental"})
@Component(service = Factor.class)
public final class LogMarketCapFactor extends AccountFactor {

    public LogMarketCapFactor() {
        super(Field.MARKET_CAP);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        double cap = cell.today(Field.MARKET_CAP);
        return cap > 0 ? -StrictMath.log(cap) : Double.NaN;
    }
}

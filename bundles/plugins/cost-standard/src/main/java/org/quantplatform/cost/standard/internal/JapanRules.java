package org.quantplatform.cost.standard.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quantplatform.spi.cost.Fill;

/**
 * Japan: no tax on transactions. Online brokers take from nothing to 0.1 %; the dearer end is charged, rounded to the yen.
 */
final class JapanRules implements Rules {

    @Override
    public BigDecimal commission(Charge charge, Fill fill) {
        return charge.commission("0.001", "0", RoundingMode.HALF_UP);
    }

    @Override
    public BigDecimal taxes(Charge charge, Fill fill) {
        return BigDecimal.ZERO;
    }
}

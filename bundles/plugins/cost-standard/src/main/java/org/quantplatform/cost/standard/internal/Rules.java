package org.quantplatform.cost.standard.internal;

import java.math.BigDecimal;
import org.quantplatform.spi.cost.Fill;

/** One market's commission, taxes and fees. */
interface Rules {

    BigDecimal commission(Charge charge, Fill fill);

    BigDecimal taxes(Charge charge, Fill fill);
}

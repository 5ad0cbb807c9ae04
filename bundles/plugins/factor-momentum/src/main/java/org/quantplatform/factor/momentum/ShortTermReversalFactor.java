package org.quantplatform.factor.momentum;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.CellFactor;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;

/** Minus the return over the latest days (Jegadeesh 1990): what fell most comes first, at most 1. */
@Plugin(id = "short-term-reversal", title = "Short-term reversal", tags = "price")
@Component(service = Factor.class)
public final class ShortTermReversalFactor extends CellFactor<ShortTermReversalFactor.Params> {

    /** Trading days. */
    public record Params(@Param(value = "21", min = 1, max = 252, help = "Trading days looked back") int days) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(p.days() + 1, Field.CLOSE);
    }

    @Override
    protected double score(Cell cell, Params p) {
        double last = cell.today(Field.CLOSE);
        double first = cell.ago(Field.CLOSE, p.days());
        return last > 0 && first > 0 ? 1 - last / first : Double.NaN;
    }
}

package org.example.reversal;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.CellFactor;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;

/** Minus the return over {@code days}: what fell lately tends to recover. */
@Plugin(id = "reversal", title = "Short-term reversal", tags = "price")
@Component(service = Factor.class)
public final class ReversalFactor extends CellFactor<ReversalFactor.Params> {

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
        double first = cell.ago(Field.CLOSE, p.days());
        return first > 0 ? 1 - cell.today(Field.CLOSE) / first : Double.NaN;
    }
}

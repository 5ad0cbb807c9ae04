package org.quantplatform.factor.momentum;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.CellFactor;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;

/** Return over {@code lookback} days, leaving out the latest {@code skip}, which tend to reverse. */
@Plugin(id = "momentum", title = "Price momentum", tags = "price")
@Component(service = Factor.class)
public final class MomentumFactor extends CellFactor<MomentumFactor.Params> {

    /** Trading days; {@code skip} is below {@code lookback}. */
    public record Params(
            @Param(value = "252", min = 2, max = 2520, help = "Trading days back to the first price") int lookback,
            @Param(value = "21", min = 0, max = 2519, help = "Latest trading days left out") int skip) {

        public Params {
            if (skip >= lookback) {
                throw new IllegalArgumentException(
                        "skip must be less than lookback, was " + skip + " with lookback " + lookback);
            }
        }
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(p.lookback() + 1, Field.CLOSE);
    }

    @Override
    protected double score(Cell cell, Params p) {
        double last = cell.ago(Field.CLOSE, p.skip());
        double first = cell.ago(Field.CLOSE, p.lookback());
        return last > 0 && first > 0 ? last / first - 1 : Double.NaN;
    }
}

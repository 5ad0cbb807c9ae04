package org.quantplatform.factor.momentum;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.CellFactor;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;

/**
 * Return over half a year, leaving out the latest {@code skip} days (Jegadeesh and Titman 1993): what rose most comes first.
 * The same formula as {@code momentum} over half the time.
 */
@Plugin(id = "momentum-6-1", title = "Half-year momentum", tags = "price")
@Component(service = Factor.class)
public final class HalfYearMomentumFactor extends CellFactor<HalfYearMomentumFactor.Params> {

    private static final int HALF_YEAR = 126;

    /** Trading days. */
    public record Params(@Param(value = "21", min = 0, max = 125, help = "Latest trading days left out") int skip) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(HALF_YEAR + 1, Field.CLOSE);
    }

    @Override
    protected double score(Cell cell, Params p) {
        double last = cell.ago(Field.CLOSE, p.skip());
        double first = cell.ago(Field.CLOSE, HALF_YEAR);
        return last > 0 && first > 0 ? last / first - 1 : Double.NaN;
    }
}

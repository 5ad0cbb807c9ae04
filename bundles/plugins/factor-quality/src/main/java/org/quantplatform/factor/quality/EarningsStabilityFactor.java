package org.quantplatform.factor.quality;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.CellFactor;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;

/**
 * Minus the standard deviation (of the sample) of the return on assets, looked at every 63 trading days as it was known
 * then: the steadier the earnings, the higher, at most 0.
 */
@Plugin(
        id = "earnings-stability",
        title = "Stability of earnings",
        tags = {"quality", "fundamental"})
@Component(service = Factor.class)
public final class EarningsStabilityFactor extends CellFactor<EarningsStabilityFactor.Params> {

    private static final Field INCOME = Field.of("net_income_ttm");
    private static final Field ASSETS = Field.of("total_assets");
    private static final int QUARTER = 63;

    /** Each look is a quarter of trading days after the one before. */
    public record Params(@Param(value = "12", min = 4, max = 60, help = "Quarters looked at") int quarters) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(QUARTER * (p.quarters() - 1) + 1, INCOME, ASSETS);
    }

    @Override
    protected double score(Cell cell, Params p) {
        double sum = 0;
        for (int i = 0; i < p.quarters(); i++) {
            sum += returnOnAssets(cell, i);
        }
        double mean = sum / p.quarters();
        double squares = 0;
        for (int i = 0; i < p.quarters(); i++) {
            double distance = returnOnAssets(cell, i) - mean;
            squares += distance * distance;
        }
        return -Math.sqrt(squares / (p.quarters() - 1));
    }

    private static double returnOnAssets(Cell cell, int quartersAgo) {
        double assets = cell.ago(ASSETS, QUARTER * quartersAgo);
        return assets > 0 ? cell.ago(INCOME, QUARTER * quartersAgo) / assets : Double.NaN;
    }
}

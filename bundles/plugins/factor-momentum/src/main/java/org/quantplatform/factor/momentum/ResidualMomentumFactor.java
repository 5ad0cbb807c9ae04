package org.quantplatform.factor.momentum;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.PreparedFactor;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.factor.Returns;

/**
 * Momentum of what the market does not explain (Blitz, Huij and Martens 2011, with the market as only factor): the mean
 * residual of daily returns from {@code lookback} to {@code skip} days ago over its standard deviation. The regression runs
 * over the last {@code estimation} days; the market is the mean return of the run's assets. What rose by itself comes
 * first; no score while the estimation holds a day without a return.
 */
@Plugin(
        id = "residual-momentum",
        title = "Residual momentum",
        tags = {"price", "market"})
@Component(service = Factor.class)
public final class ResidualMomentumFactor
        implements PreparedFactor<ResidualMomentumFactor.Params, ResidualMomentumFactor.Market> {

    /** Trading days. */
    public record Params(
            @Param(value = "756", min = 10, max = 2520, help = "Daily returns of the regression") int estimation,
            @Param(value = "252", min = 4, max = 2520, help = "Trading days back to the first residual") int lookback,
            @Param(value = "21", min = 0, max = 2516, help = "Latest trading days left out") int skip) {

        public Params {
            if (lookback > estimation || skip > lookback - 3) {
                throw new IllegalArgumentException("lookback must be at most estimation and exceed skip by 3, was "
                        + lookback + " with estimation " + estimation + " and skip " + skip);
            }
        }
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(p.estimation() + 1, Field.CLOSE).acrossAssets();
    }

    /** What the market did, as the regressions need it. */
    public static final class Market {

        private final Residuals residuals;

        Market(Residuals residuals) {
            this.residuals = residuals;
        }
    }

    @Override
    public Market prepare(FactorInput all, Params p) {
        return new Market(new Residuals(Returns.ofMarket(all), p));
    }

    @Override
    public void score(FactorInput input, Market market, Params p, ScoreMatrix out) {
        double[] returns = new double[input.days()];
        for (int asset = 0; asset < input.assets(); asset++) {
            Returns.simple(input.history(asset, Field.CLOSE), returns);
            out.setHistory(asset, market.residuals.scores(returns));
        }
    }
}

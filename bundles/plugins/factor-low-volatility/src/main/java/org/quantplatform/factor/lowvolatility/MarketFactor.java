package org.quantplatform.factor.lowvolatility;

import org.quantplatform.engine.kernel.Rolling;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.factor.Returns;

/**
 * A factor that is minus a risk measured against the market, which is the mean return of the run's assets. There is no
 * score while the window holds a day without a return.
 */
abstract class MarketFactor implements Factor<MarketFactor.Params> {

    /** Trading days. */
    public record Params(@Param(value = "252", min = 3, max = 2520, help = "Daily returns looked at") int window) {}

    /**
     * @param covariance of asset and market
     * @param variance of the market, positive
     * @param own variance of the asset
     */
    abstract double risk(double covariance, double variance, double own, int window);

    @Override
    public final Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public final Requirements requires(Params p) {
        return Requirements.of(p.window() + 1, Field.CLOSE).acrossAssets();
    }

    @Override
    public final void compute(FactorInput input, Params p, ScoreMatrix out) {
        double[] market = Returns.ofMarket(input);
        double[] marketDeviations = new double[input.days()];
        Rolling.standardDeviation(market, p.window(), marketDeviations);
        double[] closes = new double[input.days()];
        double[] returns = new double[input.days()];
        double[] covariances = new double[input.days()];
        double[] deviations = new double[input.days()];
        for (int asset = 0; asset < input.assets(); asset++) {
            input.read(asset, Field.CLOSE, closes);
            Returns.simple(closes, returns);
            Rolling.covariance(returns, market, p.window(), covariances);
            Rolling.standardDeviation(returns, p.window(), deviations);
            for (int day = p.window(); day < closes.length; day++) {
                double variance = marketDeviations[day] * marketDeviations[day];
                double own = deviations[day] * deviations[day];
                double risk = variance > 0 ? risk(covariances[day], variance, own, p.window()) : Double.NaN;
                out.set(asset, day, -risk);
            }
        }
    }
}

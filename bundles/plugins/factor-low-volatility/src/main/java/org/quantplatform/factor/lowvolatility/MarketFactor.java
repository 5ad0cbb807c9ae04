package org.quantplatform.factor.lowvolatility;

import org.quantplatform.engine.kernel.Rolling;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.PreparedFactor;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.factor.Returns;

/**
 * A factor that is minus a risk measured against the market, which is the mean return of the run's assets. There is no
 * score while the window holds a day without a return.
 */
abstract class MarketFactor implements PreparedFactor<MarketFactor.Params, MarketFactor.Market> {

    /** Trading days. */
    public record Params(@Param(value = "252", min = 3, max = 2520, help = "Daily returns looked at") int window) {}

    /** Returns of the market by day, and their standard deviation over the window. */
    record Market(double[] returns, double[] deviations) {}

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
    public final Market prepare(FactorInput all, Params p) {
        double[] returns = Returns.ofMarket(all);
        double[] deviations = new double[all.days()];
        Rolling.standardDeviation(returns, p.window(), deviations);
        return new Market(returns, deviations);
    }

    @Override
    public final void score(FactorInput input, Market market, Params p, ScoreMatrix out) {
        double[] closes = new double[input.days()];
        double[] returns = new double[input.days()];
        double[] covariances = new double[input.days()];
        double[] deviations = new double[input.days()];
        for (int asset = 0; asset < input.assets(); asset++) {
            input.read(asset, Field.CLOSE, closes);
            Returns.simple(closes, returns);
            Rolling.covariance(returns, market.returns(), p.window(), covariances);
            Rolling.standardDeviation(returns, p.window(), deviations);
            for (int day = p.window(); day < closes.length; day++) {
                double variance = market.deviations()[day] * market.deviations()[day];
                double own = deviations[day] * deviations[day];
                double risk = variance > 0 ? risk(covariances[day], variance, own, p.window()) : Double.NaN;
                out.set(asset, day, -risk);
            }
        }
    }
}

package org.quantplatform.factor.lowvolatility;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus the annualised standard deviation of what the market does not explain of the asset's returns (Ang, Hodrick, Xing and
 * Zhang 2006, with the market as only factor): the calmer, the higher, at most 0.
 */
@Plugin(
        id = "idiosyncratic-volatility",
        title = "Idiosyncratic volatility, calm first",
        tags = {"price", "risk", "market"})
@Component(service = Factor.class)
public final class IdiosyncraticVolatilityFactor extends MarketFactor {

    @Override
    double risk(double covariance, double variance, double own, int window) {
        double residual = Math.max(own - covariance * covariance / variance, 0);
        return RiskFactor.SQRT_YEAR * Math.sqrt(residual * (window - 1) / (window - 2));
    }
}

package org.quantplatform.factor.lowvolatility;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus the slope of the asset's returns on the market's (Frazzini and Pedersen 2014, who bet against it): the less an asset
 * follows the market, the higher.
 */
@Plugin(
        id = "beta",
        title = "Market beta, lowest first",
        tags = {"price", "risk", "market"})
@Component(service = Factor.class)
public final class BetaFactor extends MarketFactor {

    @Override
    double risk(double covariance, double variance, double own, int window) {
        return covariance / variance;
    }
}

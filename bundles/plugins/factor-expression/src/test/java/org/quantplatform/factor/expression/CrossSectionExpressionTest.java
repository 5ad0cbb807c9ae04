package org.quantplatform.factor.expression;

import org.quantplatform.factor.expression.ExpressionFactor.Params;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.testkit.FactorContract;

/** What every factor keeps to, for a formula that looks across assets twice. */
class CrossSectionExpressionTest extends FactorContract<Params> {

    @Override
    protected Factor<Params> factor() {
        return new ExpressionFactor();
    }

    @Override
    protected Params parameters() {
        return new Params(
                "CSDemean(Mean(CSRank($close / Ref($close, 10)), 5)) - CSZScore($volume / Mean($volume, 20))");
    }
}

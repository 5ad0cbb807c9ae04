package org.quantplatform.factor.expression;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.engine.expression.Expression;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;

/** The value of a formula. There is no score before the days that it looks back on are there. */
@Plugin(id = "expression", title = "Expression", tags = "formula")
@Component(service = Factor.class)
public final class ExpressionFactor implements Factor<ExpressionFactor.Params> {

    /** Refuses a formula that means nothing, saying where. */
    public record Params(
            @Param(
                            value = "$close / Ref($close, 20) - 1",
                            help = "Formula over $open, $high, $low, $close, $volume and items of the accounts")
                    String expression) {

        public Params {
            Expression.parse(expression);
        }
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params parameters) {
        return Formula.requirements(Expression.parse(parameters.expression()));
    }

    @Override
    public void compute(FactorInput input, Params parameters, ScoreMatrix out) {
        Formula.compute(Expression.parse(parameters.expression()), input, out);
    }
}

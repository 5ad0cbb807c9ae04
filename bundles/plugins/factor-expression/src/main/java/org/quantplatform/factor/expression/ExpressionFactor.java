package org.quantplatform.factor.expression;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.engine.expression.Expression;
import org.quantplatform.engine.expression.Program;
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
        Expression expression = Expression.parse(parameters.expression());
        return new Requirements(expression.history(), expression.fields(), expression.isAcrossAssets());
    }

    @Override
    public void compute(FactorInput input, Params parameters, ScoreMatrix out) {
        Expression expression = Expression.parse(parameters.expression());
        // without a cross-section the platform hands over groups of assets on all processors already
        int threads = expression.isAcrossAssets() ? Runtime.getRuntime().availableProcessors() : 1;
        int first = expression.history() - 1;
        Program.of(List.of(expression))
                .run(
                        new InputColumns(input),
                        (output, asset, values) -> {
                            for (int day = first; day < values.length; day++) {
                                out.set(asset, day, values[day]);
                            }
                        },
                        threads);
    }
}

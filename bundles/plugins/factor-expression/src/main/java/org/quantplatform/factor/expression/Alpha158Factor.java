package org.quantplatform.factor.expression;

import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.engine.expression.Alpha158;
import org.quantplatform.engine.expression.Expression;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;

/** One of the features that qlib publishes as Alpha158. */
@Plugin(id = "alpha158", title = "Feature of Alpha158", tags = "formula")
@Component(service = Factor.class)
public final class Alpha158Factor implements Factor<Alpha158Factor.Params> {

    private static final Map<String, String> FEATURES = Map.copyOf(Alpha158.features());

    /** The name in any case. */
    public record Params(@Param(value = "ROC20", help = "Name of the feature, KMID to VSUMD60") String feature) {

        public Params {
            if (!FEATURES.containsKey(feature.toUpperCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "feature must be one of Alpha158, KMID to VSUMD60, was '" + feature + "'");
            }
        }

        private Expression expression() {
            return Expression.parse(FEATURES.getOrDefault(feature.toUpperCase(Locale.ROOT), ""));
        }
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params parameters) {
        return Formula.requirements(parameters.expression());
    }

    @Override
    public void compute(FactorInput input, Params parameters, ScoreMatrix out) {
        Formula.compute(parameters.expression(), input, out);
    }
}

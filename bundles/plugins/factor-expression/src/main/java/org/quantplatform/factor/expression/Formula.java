package org.quantplatform.factor.expression;

import java.util.List;
import org.quantplatform.engine.expression.Expression;
import org.quantplatform.engine.expression.Program;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;

/** An expression as a factor. */
final class Formula {

    private Formula() {}

    static Requirements requirements(Expression expression) {
        return new Requirements(expression.history(), expression.fields(), expression.isAcrossAssets());
    }

    static void compute(Expression expression, FactorInput input, ScoreMatrix out) {
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

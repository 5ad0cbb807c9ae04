package org.quantplatform.factor.quality;

import org.quantplatform.model.Field;
import org.quantplatform.spi.factor.CellFactor;
import org.quantplatform.spi.factor.Requirements;

/** A factor of the day's accounts alone, without parameters. */
abstract class AccountFactor extends CellFactor<AccountFactor.NoParameters> {

    private final Field[] fields;

    AccountFactor(Field... fields) {
        this.fields = fields;
    }

    /** Nothing to choose. */
    public record NoParameters() {}

    @Override
    public final Class<NoParameters> parameterType() {
        return NoParameters.class;
    }

    @Override
    public final Requirements requires(NoParameters none) {
        return Requirements.of(1, fields);
    }

    /** NaN unless the denominator is positive. */
    static double ratio(double numerator, double denominator) {
        return denominator > 0 ? numerator / denominator : Double.NaN;
    }
}

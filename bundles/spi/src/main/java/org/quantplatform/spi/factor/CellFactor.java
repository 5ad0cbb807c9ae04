package org.quantplatform.spi.factor;

import org.quantplatform.model.ScoreMatrix;

/**
 * A factor that is a formula of one asset's own past: the author writes the formula, this class runs it over all cells.
 *
 * @param <P> the parameter record
 */
public abstract class CellFactor<P extends Record> implements Factor<P> {

    /** The score of the cell's asset and day; NaN for none. Called only where the declared history exists. */
    protected abstract double score(Cell cell, P parameters);

    @Override
    public final void compute(FactorInput input, P parameters, ScoreMatrix out) {
        Requirements needs = requires(parameters);
        HistoryCursor cursor = new HistoryCursor(needs, input.days());
        for (int asset = 0; asset < input.assets(); asset++) {
            cursor.moveTo(input, asset);
            for (int day = needs.history() - 1; day < input.days(); day++) {
                cursor.moveTo(day);
                out.set(asset, day, score(cursor, parameters));
            }
        }
    }
}

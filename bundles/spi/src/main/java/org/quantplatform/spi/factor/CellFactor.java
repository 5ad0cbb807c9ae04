package org.quantplatform.spi.factor;

import org.quantplatform.model.Field;
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
        Cursor cursor = new Cursor(needs.fields().toArray(Field[]::new), input.days());
        for (int asset = 0; asset < input.assets(); asset++) {
            cursor.moveTo(input, asset);
            for (int day = needs.history() - 1; day < input.days(); day++) {
                cursor.day = day;
                out.set(asset, day, score(cursor, parameters));
            }
        }
    }

    private static final class Cursor implements Cell {

        private final Field[] fields;
        private final double[][] histories;
        private int day;

        Cursor(Field[] fields, int days) {
            this.fields = fields;
            this.histories = new double[fields.length][days];
        }

        void moveTo(FactorInput input, int asset) {
            for (int i = 0; i < fields.length; i++) {
                input.read(asset, fields[i], histories[i]);
            }
        }

        @Override
        public double ago(Field field, int days) {
            if (days < 0) {
                throw new IllegalArgumentException("a factor may not look ahead, asked for " + days + " days ago");
            }
            int at = day - days;
            return at < 0 ? Double.NaN : history(field)[at];
        }

        private double[] history(Field field) {
            for (int i = 0; i < fields.length; i++) {
                if (fields[i].equals(field)) {
                    return histories[i];
                }
            }
            throw new IllegalArgumentException("field " + field + " was not declared in the requirements");
        }
    }
}

package org.quantplatform.engine.expression;

/** Runs an operator across assets over some neighbouring days of a matrix. */
final class DayPass {

    /** Days whose values of one asset lie side by side in memory. */
    static final int TILE = 16;

    private final Stage.Across across;
    private final Columns columns;
    private final double[] matrix;
    private final int[] sectors;
    private final double[][] values;
    private final boolean[] eligible;

    DayPass(Stage.Across across, Columns columns, double[] matrix, int[] sectors) {
        this.across = across;
        this.columns = columns;
        this.matrix = matrix;
        this.sectors = sectors;
        this.values = new double[TILE][columns.assets()];
        this.eligible = new boolean[columns.assets()];
    }

    void run(int tile) {
        int from = tile * TILE;
        int count = Math.min(TILE, columns.days() - from);
        move(from, count, true);
        for (int i = 0; i < count; i++) {
            for (int asset = 0; asset < eligible.length; asset++) {
                eligible[asset] = columns.isEligible(asset, from + i);
            }
            across.definition().day().run(values[i], eligible, sectors, across.numbers());
            Cells.keepFinite(values[i]);
        }
        move(from, count, false);
    }

    private void move(int from, int count, boolean out) {
        for (int asset = 0; asset < eligible.length; asset++) {
            int at = asset * columns.days() + from;
            for (int i = 0; i < count; i++) {
                if (out) {
                    values[i][asset] = matrix[at + i];
                } else {
                    matrix[at + i] = values[i][asset];
                }
            }
        }
    }
}

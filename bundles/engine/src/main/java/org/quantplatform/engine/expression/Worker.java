package org.quantplatform.engine.expression;

import java.util.Arrays;
import java.util.List;
import org.quantplatform.engine.kernel.Gapped;

/** Does a stage's steps for one asset after the other, always in the same arrays. */
final class Worker {

    private final Columns columns;
    private final List<Step> steps;
    private final double[][] matrices;
    private final Results results;
    private final double[][] slots;
    /** First day on which a column exists. */
    private final int[] starts;

    private final double[][][] inputs;

    Worker(Stage stage, Columns columns, double[][] matrices, Results results) {
        this.columns = columns;
        this.steps = stage.steps();
        this.matrices = matrices;
        this.results = results;
        this.slots = new double[stage.slots() + stage.constants().size()][columns.days()];
        this.starts = new int[slots.length];
        for (int i = 0; i < stage.constants().size(); i++) {
            Arrays.fill(slots[stage.slots() + i], stage.constants().get(i));
            starts[stage.slots() + i] = columns.days();
        }
        this.inputs = steps.stream().map(this::inputs).toArray(double[][][]::new);
    }

    private double[][] inputs(Step step) {
        return step instanceof Step.Call call
                ? Arrays.stream(call.in()).mapToObj(slot -> slots[slot]).toArray(double[][]::new)
                : new double[0][];
    }

    void run(int asset) {
        int days = columns.days();
        for (int i = 0; i < inputs.length; i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Call call) {
                call(call, inputs[i]);
            } else if (step instanceof Step.Load load) {
                columns.read(asset, load.field(), slots[load.slot()]);
                Cells.keepFinite(slots[load.slot()]);
                starts[load.slot()] = Gapped.firstKnown(slots[load.slot()]);
            } else if (step instanceof Step.Recall recall) {
                System.arraycopy(matrices[recall.matrix()], asset * days, slots[recall.slot()], 0, days);
                starts[recall.slot()] = Gapped.firstKnown(slots[recall.slot()]);
            } else if (step instanceof Step.Store store) {
                System.arraycopy(slots[store.slot()], 0, matrices[store.matrix()], asset * days, days);
            } else if (step instanceof Step.Emit emit) {
                Cells.unifyUnknown(slots[emit.slot()]);
                results.accept(emit.output(), asset, slots[emit.slot()]);
            }
        }
    }

    private void call(Step.Call call, double[][] in) {
        double[] out = slots[call.slot()];
        int start = Integer.MAX_VALUE;
        for (int slot : call.in()) {
            start = Math.min(start, starts[slot]);
        }
        call.definition().column().run(in, call.numbers(), out);
        if (call.definition().bears()) {
            Arrays.fill(out, 0, start, Double.NaN);
        }
        starts[call.slot()] = start;
    }
}

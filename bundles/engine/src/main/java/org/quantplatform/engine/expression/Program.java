package org.quantplatform.engine.expression;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.quantplatform.model.Field;

/**
 * Expressions that are worked out together: what they have in common once, asset after asset in reused arrays, so that
 * memory does not grow with their number; operators across assets keep one matrix each.
 */
public final class Program {

    private final List<Node> outputs;
    private final Plan plan;

    private Program(List<Node> outputs) {
        this.outputs = outputs;
        this.plan = Plan.of(outputs);
    }

    public static Program of(List<Expression> expressions) {
        Graph graph = new Graph();
        return new Program(expressions.stream().map(e -> graph.adopt(e.root())).toList());
    }

    public SortedSet<Field> fields() {
        SortedSet<Field> fields = new TreeSet<>();
        outputs.forEach(output -> fields.addAll(output.fields()));
        return Collections.unmodifiableSortedSet(fields);
    }

    /**
     * Hands out each expression's values of each asset once. They are the same to the last bit for any number of threads,
     * and no later day has a part in a value.
     *
     * @param threads at least 1, the calling one included
     */
    public void run(Columns columns, Results results, int threads) {
        double[][] matrices = new double[plan.matrices()][];
        int[] sectors =
                IntStream.range(0, columns.assets()).map(columns::sector).toArray();
        for (int i = 0; i < plan.stages().size(); i++) {
            Stage stage = plan.stages().get(i);
            for (Step step : stage.steps()) {
                if (step instanceof Step.Store store) {
                    matrices[store.matrix()] = new double[Math.multiplyExact(columns.assets(), columns.days())];
                }
            }
            Parallel.run(columns.assets(), threads, () -> new Worker(stage, columns, matrices, results)::run);
            for (Stage.Across across : stage.across()) {
                int tiles = (columns.days() + DayPass.TILE - 1) / DayPass.TILE;
                double[] matrix = matrices[across.matrix()];
                Parallel.run(tiles, threads, () -> new DayPass(across, columns, matrix, sectors)::run);
            }
            forget(matrices, i + 1);
        }
    }

    /** Lets go of the matrices that no stage from {@code next} on reads. */
    private void forget(double[][] matrices, int next) {
        boolean[] read = new boolean[matrices.length];
        plan.stages().stream()
                .skip(next)
                .flatMap(stage -> stage.steps().stream())
                .filter(Step.Recall.class::isInstance)
                .forEach(step -> read[((Step.Recall) step).matrix()] = true);
        for (int i = 0; i < read.length; i++) {
            if (!read[i]) {
                matrices[i] = new double[0];
            }
        }
    }
}

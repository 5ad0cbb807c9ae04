package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.searches.HeatMap;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.HeatMapQuery.Reduce;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.searches.Combinations.Axis;

/** Lays trials out over two of their paths. */
final class HeatMaps {

    private static final int MOST_CELLS = 1_000_000;

    private HeatMaps() {}

    static HeatMap of(SearchRequest request, List<Trial> trials, HeatMapQuery query) {
        List<Axis> axes = TrialPlan.axes(request);
        if (axes.size() < 2) {
            throw QuantException.invalid("x", "a heat map needs a search over two paths at least");
        }
        Axis x = query.x() == null ? other(axes, query.y()) : axis(axes, query.x(), "x");
        Axis y = query.y() == null ? other(axes, x.path().name()) : axis(axes, query.y(), "y");
        if (x == y) {
            throw QuantException.invalid("y", "must be another path than x");
        }
        if ((long) x.values().size() * y.values().size() > MOST_CELLS) {
            throw QuantException.invalid("x", "the map would have more than " + MOST_CELLS + " cells");
        }
        Objective metric = query.metric() == null ? request.objective() : query.metric();
        Reduce reduce = query.reduce() == null ? Reduce.BEST : query.reduce();
        return new HeatMap(
                x.path().name(),
                x.values(),
                y.path().name(),
                y.values(),
                metric,
                new Cells(x, y, metric, reduce).of(trials));
    }

    private static Axis axis(List<Axis> axes, String name, String field) {
        return find(axes, name)
                .orElseThrow(() -> QuantException.invalid(
                        field,
                        "'" + name + "' is not varied; what is: "
                                + String.join(
                                        ", ",
                                        axes.stream()
                                                .map(axis -> axis.path().name())
                                                .toList())));
    }

    private static Optional<Axis> find(List<Axis> axes, String name) {
        return axes.stream()
                .filter(axis -> axis.path().name().equals(name)
                        || axis.path().document().equals(name))
                .findFirst();
    }

    /** The first axis that is not this one. */
    private static Axis other(List<Axis> axes, @Nullable String name) {
        Axis taken = name == null ? null : find(axes, name).orElse(null);
        return axes.get(0) == taken ? axes.get(1) : axes.get(0);
    }

    /** Gathers figures cell by cell. */
    private record Cells(Axis x, Axis y, Objective metric, Reduce reduce) {

        List<double[]> of(List<Trial> trials) {
            int columns = x.values().size();
            double[] sums = new double[columns * y.values().size()];
            int[] counts = new int[sums.length];
            for (Trial trial : trials) {
                double figure = trial.summary() == null ? Double.NaN : Objectives.of(metric, trial.summary());
                if (!Double.isNaN(figure)) {
                    int cell = place(trial, y) * columns + place(trial, x);
                    sums[cell] = counts[cell]++ == 0 ? figure : added(sums[cell], figure);
                }
            }
            List<double[]> rows = new ArrayList<>();
            for (int row = 0; row < y.values().size(); row++) {
                double[] cells = Arrays.copyOfRange(sums, row * columns, (row + 1) * columns);
                for (int column = 0; column < columns; column++) {
                    int count = counts[row * columns + column];
                    cells[column] =
                            count == 0 ? Double.NaN : reduce == Reduce.MEAN ? cells[column] / count : cells[column];
                }
                rows.add(cells);
            }
            return rows;
        }

        private double added(double sum, double figure) {
            boolean most = reduce == Reduce.BEST == metric.highest();
            return reduce == Reduce.MEAN ? sum + figure : most ? Math.max(sum, figure) : Math.min(sum, figure);
        }

        /** Values come out of the store as they went in, but for the size of whole numbers. */
        private static int place(Trial trial, Axis axis) {
            Object value = trial.values().get(axis.path().name());
            for (int i = 0; i < axis.values().size(); i++) {
                if (same(axis.values().get(i), value)) {
                    return i;
                }
            }
            throw new IllegalStateException("trial " + trial.number() + " has a value beside its space");
        }

        private static boolean same(Object a, @Nullable Object b) {
            return a instanceof Number first && b instanceof Number second
                    ? first.doubleValue() == second.doubleValue()
                    : a.equals(b);
        }
    }
}

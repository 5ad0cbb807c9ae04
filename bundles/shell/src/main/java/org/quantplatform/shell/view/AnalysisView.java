package org.quantplatform.shell.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.api.factors.FactorReturn;
import org.quantplatform.api.factors.IcSummary;
import org.quantplatform.api.factors.QuantileReturn;
import org.quantplatform.api.factors.ReturnSummary;
import org.quantplatform.shell.view.Screen.Pair;

/** An analysis of factors as tables with one row per horizon. */
public final class AnalysisView {

    private static final Table<Row> FORESIGHT = Table.of(Row.class)
            .text("subject", Row::subject)
            .text("horizon", Row::horizon)
            .number("ic", r -> r.ic().mean(), r -> Figures.number(r.ic().mean(), 4))
            .number("std", r -> r.ic().std(), r -> Figures.number(r.ic().std(), 4))
            .number("icir", r -> r.ic().icir(), r -> Figures.number(r.ic().icir(), 4))
            .number("t", r -> r.ic().t(), r -> Figures.number(r.ic().t(), 2))
            .number("t_nw", r -> r.ic().tNeweyWest(), r -> Figures.number(r.ic().tNeweyWest(), 2))
            .number("positive", r -> r.ic().positive(), r -> Figures.percent(r.ic().positive()))
            .number(
                    "normal_ic",
                    r -> r.normalIc().mean(),
                    r -> Figures.number(r.normalIc().mean(), 4));

    private static final Table<Row> RETURNS = Table.of(Row.class)
            .text("subject", Row::subject)
            .text("horizon", Row::horizon)
            .number(
                    "spread",
                    r -> r.spread().mean(),
                    r -> basisPoints(r.spread().mean()))
            .number(
                    "t_nw",
                    r -> r.spread().tNeweyWest(),
                    r -> Figures.number(r.spread().tNeweyWest(), 2))
            .number("factor_return", r -> mean(r.factor()), r -> basisPoints(mean(r.factor())))
            .number(
                    "alpha",
                    r -> r.factor().alpha(),
                    r -> Figures.percent(r.factor().alpha()))
            .number(
                    "beta",
                    r -> r.factor().beta(),
                    r -> Figures.number(r.factor().beta(), 4))
            .number("turnover_low", r -> r.turnover(0), r -> Figures.percent(r.turnover(0)))
            .number("turnover_high", Row::highestTurnover, r -> Figures.percent(r.highestTurnover()))
            .number("autocorrelation", Row::autocorrelation, r -> Figures.number(r.autocorrelation(), 4));

    private record Row(FactorFigures figures, String horizon) {

        String subject() {
            return figures.subject();
        }

        IcSummary ic() {
            return figures.ic().get(horizon);
        }

        IcSummary normalIc() {
            return figures.normalIc().get(horizon);
        }

        ReturnSummary spread() {
            return figures.spread().get(horizon);
        }

        FactorReturn factor() {
            return figures.factorReturns().get(horizon);
        }

        double turnover(int quantile) {
            return figures.turnover().get(horizon)[quantile];
        }

        double highestTurnover() {
            return turnover(figures.turnover().get(horizon).length - 1);
        }

        double autocorrelation() {
            Double value = figures.rankAutocorrelation().get(horizon);
            return value == null ? Double.NaN : value;
        }
    }

    private final Screen screen;

    public AnalysisView(Screen screen) {
        this.screen = screen;
    }

    public void show(FactorAnalysis analysis) {
        screen.pairs(List.of(
                Pair.of("Analysis", analysis.analysisId()),
                Pair.of("Status", Labels.of(analysis.status())),
                Pair.of(
                        "Period",
                        analysis.request().startDate() + " to "
                                + analysis.request().endDate()),
                Pair.of("Error", Figures.text(analysis.error()))));
        List<Row> rows = new ArrayList<>();
        analysis.subjects().forEach(subject -> horizons(subject).forEach(h -> rows.add(new Row(subject, h))));
        if (rows.isEmpty()) {
            return;
        }
        screen.heading("Observations");
        screen.lines(observations().lines(analysis.subjects(), screen.width(), screen.paint()));
        screen.heading("Rank IC");
        screen.lines(FORESIGHT.lines(rows, screen.width(), screen.paint()));
        screen.heading("Mean return of each quantile");
        screen.lines(quantiles(rows).lines(rows, screen.width(), screen.paint()));
        screen.heading("Spread, factor-weighted returns and turnover");
        screen.lines(RETURNS.lines(rows, screen.width(), screen.paint()));
        analysis.warnings().forEach(screen::line);
    }

    /** One row per subject and horizon, with what the rank IC tells. */
    public static List<String> csv(FactorAnalysis analysis) {
        List<Row> rows = new ArrayList<>();
        analysis.subjects().forEach(subject -> horizons(subject).forEach(h -> rows.add(new Row(subject, h))));
        return FORESIGHT.csv(rows);
    }

    public static Table<Integer> matrix(FactorCorrelations correlations) {
        Table<Integer> table = new Table<Integer>()
                .text("factor", row -> correlations.subjects().get(row));
        for (int column = 0; column < correlations.subjects().size(); column++) {
            int at = column;
            table.number(
                    correlations.subjects().get(at),
                    row -> correlations.matrix()[row][at],
                    row -> Figures.number(correlations.matrix()[row][at], 4));
        }
        return table;
    }

    private static Table<FactorFigures> observations() {
        return Table.of(FactorFigures.class)
                .text("subject", FactorFigures::subject)
                .number("dates", FactorFigures::dates, f -> Figures.count(f.dates()))
                .text("first", FactorFigures::firstDate)
                .text("last", FactorFigures::lastDate)
                .number("observations", FactorFigures::observations, f -> Figures.count(f.observations()))
                .text("parameters", FactorFigures::parameters);
    }

    private static Table<Row> quantiles(List<Row> rows) {
        Table<Row> table = Table.of(Row.class).text("subject", Row::subject).text("horizon", Row::horizon);
        int count = rows.get(0)
                .figures()
                .quantileReturns()
                .get(rows.get(0).horizon())
                .size();
        for (int quantile = 0; quantile < count; quantile++) {
            ToDoubleFunction<Row> mean = meanOf(quantile);
            table.number("q" + (quantile + 1), mean::applyAsDouble, row -> basisPoints(mean.applyAsDouble(row)));
        }
        return table;
    }

    private static ToDoubleFunction<Row> meanOf(int quantile) {
        return row -> {
            List<QuantileReturn> returns = row.figures().quantileReturns().get(row.horizon());
            return returns.get(quantile).mean();
        };
    }

    /** 0.0005 is 5.00 bp. */
    private static String basisPoints(double fraction) {
        return Double.isFinite(fraction) ? Figures.number(fraction * 10_000, 2) + " bp" : "-";
    }

    private static double mean(@Nullable FactorReturn factor) {
        return factor == null ? Double.NaN : factor.returns().mean();
    }

    private static List<String> horizons(FactorFigures figures) {
        Map<String, IcSummary> ic = figures.ic();
        return ic.keySet().stream()
                .sorted((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
                .toList();
    }
}

package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.searches.CostSensitivity;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.WalkForward;
import org.quantplatform.api.searches.WalkForward.Criterion;
import org.quantplatform.api.searches.WalkForward.Figures;
import org.quantplatform.api.searches.WalkForwardSpec.AcceptanceSpec;
import org.quantplatform.core.searches.NewSearch.Window;
import org.quantplatform.core.searches.SearchStore.Finished;
import org.quantplatform.engine.stats.Statistics;

/** Sums up finished trials. */
final class Findings {

    private Findings() {}

    /** Returns of test windows, one after the other. */
    static double[] joined(List<Finished> tests) {
        return tests.stream()
                .flatMapToDouble(test -> Arrays.stream(test.returns()))
                .toArray();
    }

    /**
     * @param chosen one trial per window, best in its training
     * @param tests of them, in the same order
     */
    static WalkForward walkForward(
            List<Window> dates, List<Trial> chosen, List<Finished> tests, AcceptanceSpec acceptance) {
        List<WalkForward.Window> windows = new ArrayList<>();
        double trained = 0;
        double tested = 0;
        int profitable = 0;
        for (int i = 0; i < dates.size(); i++) {
            WalkForward.Window window =
                    window(dates.get(i), chosen.get(i), tests.get(i).trial());
            windows.add(window);
            trained += window.trainReturn();
            tested += window.testReturn();
            profitable += window.testReturn() > 0 ? 1 : 0;
        }
        double efficiency = trained > 0 ? tested / trained : Double.NaN;
        double gains = (double) profitable / dates.size();
        Figures figures = figures(joined(tests));
        List<Criterion> criteria = List.of(
                criterion("efficiency", efficiency, acceptance.minEfficiency()),
                criterion("profitable_windows", gains, acceptance.minProfitableWindows()),
                criterion("sharpe_ratio", figures.sharpeRatio(), acceptance.minSharpeRatio()),
                criterion("max_drawdown", figures.maxDrawdown(), acceptance.maxDrawdown()));
        return new WalkForward(
                windows, figures, efficiency, gains, criteria, criteria.stream().allMatch(Criterion::passed));
    }

    private static WalkForward.Window window(Window dates, Trial chosen, Trial test) {
        double trainReturn = annualized(chosen.summary());
        double testReturn = annualized(test.summary());
        return new WalkForward.Window(
                chosen.window(),
                dates.trainFrom(),
                dates.trainTo(),
                dates.testFrom(),
                dates.testTo(),
                chosen.number(),
                chosen.values(),
                chosen.objective(),
                test.objective(),
                trainReturn,
                testReturn,
                trainReturn > 0 ? testReturn / trainReturn : Double.NaN);
    }

    private static double annualized(@Nullable BacktestSummary summary) {
        return summary == null ? Double.NaN : summary.annualizedReturn();
    }

    private static Figures figures(double[] returns) {
        return new Figures(
                Statistics.totalReturn(returns),
                Statistics.annualizedReturn(returns),
                Statistics.annualizedVolatility(returns),
                Statistics.sharpeRatio(returns, 0),
                Statistics.maxDrawdown(returns));
    }

    /** What has no value does not pass. */
    private static Criterion criterion(String name, double value, double limit) {
        return new Criterion(name, value, limit, value >= limit);
    }

    /** @param trials one per multiple, in their order */
    static CostSensitivity costs(List<Double> multiples, List<Trial> trials) {
        double[] times = multiples.stream().mapToDouble(Double::doubleValue).toArray();
        double[] returns = trials.stream()
                .mapToDouble(trial ->
                        trial.summary() == null ? Double.NaN : trial.summary().totalReturn())
                .toArray();
        double[] costs = trials.stream()
                .mapToDouble(trial ->
                        trial.summary() == null ? Double.NaN : trial.summary().totalCosts())
                .toArray();
        double[] objectives = trials.stream().mapToDouble(Trial::objective).toArray();
        return new CostSensitivity(times, objectives, returns, costs, breakEven(times, returns));
    }

    private static double breakEven(double[] times, double[] returns) {
        for (int i = 1; i < times.length; i++) {
            double before = returns[i - 1];
            double after = returns[i];
            if (before >= 0 && after < 0) {
                return times[i - 1] + (times[i] - times[i - 1]) * before / (before - after);
            }
        }
        return Double.NaN;
    }
}

package org.quantplatform.engine.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.engine.SharedFiles;

/** Figures against those of empyrical, quantstats, ffn and PerformanceAnalytics wherever the definition is the same. */
class ReferenceFiguresTest {

    private static final double RELATIVE = 1e-12;

    private static final String[][] EMPYRICAL = {
        {"total_return", "total_return"},
        {"annual_return", "annualized_return"},
        {"annual_volatility", "annualized_volatility"},
        {"sharpe_rf0", "sharpe_ratio"},
        {"sortino", "sortino_ratio"},
        {"downside_risk", "downside_risk"},
        {"calmar", "calmar_ratio"},
        {"max_drawdown", "max_drawdown"},
        {"var_hist_95", "var_historical_95"},
        {"var_hist_99", "var_historical_99"},
        {"cvar_hist_95", "cvar_historical_95"},
        {"cvar_hist_99", "cvar_historical_99"},
        {"tail_ratio", "tail_ratio"},
        {"omega_0", "omega"},
        {"stability", "stability"},
        {"skew", "skew"},
        {"excess_kurtosis", "excess_kurtosis"}
    };
    private static final String[][] EMPYRICAL_COMPARED = {
        {"alpha", "alpha"},
        {"beta", "beta"},
        {"up_capture", "up_capture"},
        {"down_capture", "down_capture"},
        {"capture", "capture"},
        {"beta_fragility", "beta_fragility"},
        {"batting average", "batting_average"},
        {"up market", "batting_average_up"},
        {"down market", "batting_average_down"}
    };
    private static final String[][] QUANTSTATS = {
        {"cagr", "annualized_return"},
        {"volatility", "annualized_volatility"},
        {"sharpe", "sharpe_ratio"},
        {"sortino", "sortino_ratio"},
        {"calmar", "calmar_ratio"},
        {"max_drawdown", "max_drawdown"},
        {"var_95_parametric", "var_normal_95"},
        {"tail_ratio", "tail_ratio"},
        {"omega", "omega"},
        {"gain_to_pain", "gain_to_pain"},
        {"win_rate", "win_rate_days"},
        {"kelly", "kelly"}
    };
    private static final String[][] FFN = {
        {"total_return", "total_return"},
        {"daily_vol", "annualized_volatility"},
        {"daily_sharpe", "sharpe_ratio"},
        {"daily_sortino", "sortino_ratio"},
        {"max_drawdown", "max_drawdown"},
        {"avg_drawdown", "average_drawdown"},
        {"best_day", "best_day"},
        {"worst_day", "worst_day"},
        {"best_month", "best_month"},
        {"worst_month", "worst_month"},
        {"best_year", "best_year"},
        {"worst_year", "worst_year"}
    };
    private static final String[][] FFN_WHOLE_MONTHS = {
        {"monthly_mean", "monthly_mean"},
        {"monthly_vol", "monthly_volatility"},
        {"monthly_sharpe", "monthly_sharpe"}
    };
    private static final String[][] PERFORMANCE_ANALYTICS = {
        {"return_cumulative", "total_return"},
        {"return_annualized_geometric", "annualized_return"},
        {"sd_annualized", "annualized_volatility"},
        {"sharpe_annualized_arith", "sharpe_ratio"},
        {"calmar", "calmar_ratio"},
        {"var95_hist", "var_historical_95"},
        {"var99_hist", "var_historical_99"},
        {"es95_hist", "cvar_historical_95"},
        {"es99_hist", "cvar_historical_99"},
        {"var95_modified", "var_modified_95"},
        {"omega_0", "omega"},
        {"skew_moment", "skew"},
        {"kurt_excess", "excess_kurtosis"},
        {"ulcer", "ulcer_index"},
        {"pain", "pain_index"},
        {"sterling", "sterling_ratio"}
    };
    private static final String[][] PERFORMANCE_ANALYTICS_COMPARED = {
        {"beta", "beta"},
        {"tracking_error", "tracking_error"},
        {"treynor", "treynor_ratio"},
        {"beta_bull", "beta_up"},
        {"beta_bear", "beta_down"}
    };

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "AAPL_vs_SPY", "GOOG"})
    void equalsEmpyrical(String series) {
        assertEqual(new Reference("a_metrics.json", series, "empyrical"), EMPYRICAL);
        Sample excess = sample(series, new Convention(252, 0.0001));
        assertThat(Catalogue.values(excess).get("sharpe_ratio"))
                .isCloseTo(
                        SharedFiles.number(
                                SharedFiles.text("a_metrics.json"), series, "empyrical", "sharpe_rf_daily_0.0001"),
                        within(RELATIVE));
    }

    @Test
    void comparisonsEqualEmpyrical() {
        Reference reference = new Reference("a_metrics.json", "AAPL_vs_SPY", "empyrical");
        assertEqual(reference, EMPYRICAL_COMPARED);
        double each = reference.value("excess_sharpe_information_ratio_daily");
        assertThat(values("AAPL_vs_SPY").get("information_ratio") / Math.sqrt(252))
                .isCloseTo(each, within(RELATIVE * each));
        assertThat(values("AAPL_vs_SPY").get("beta_convexity")).isCloseTo(0.0021671638688503525, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "AAPL_vs_SPY", "GOOG"})
    void equalsQuantstats(String series) {
        Reference reference = new Reference("a_metrics.json", series, "quantstats");
        assertEqual(reference, QUANTSTATS);
        double n = sample(series, Convention.DAILY).size();
        double ulcer = values(series).get("ulcer_index") * Math.sqrt(n / (n - 1));
        assertThat(ulcer).isCloseTo(reference.value("ulcer_index"), within(RELATIVE));
        double skew = values(series).get("skew") * Math.sqrt(n * (n - 1)) / (n - 2);
        assertThat(skew).isCloseTo(reference.value("skew"), within(RELATIVE));
        double kurtosis =
                (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * values(series).get("excess_kurtosis") + 6);
        assertThat(kurtosis / reference.value("kurtosis")).isCloseTo(1, within(RELATIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "AAPL_vs_SPY", "GOOG"})
    void equalsFfn(String series) {
        Reference reference = new Reference("a_metrics.json", series, "ffn");
        assertEqual(reference, FFN);
        if (!series.equals("GOOG")) {
            assertEqual(reference, FFN_WHOLE_MONTHS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "AAPL_vs_SPY", "GOOG"})
    void equalsPerformanceAnalytics(String series) {
        assertEqual(new Reference("a_metrics_R.json", series, series), PERFORMANCE_ANALYTICS);
    }

    @Test
    void comparisonsEqualPerformanceAnalytics() {
        Reference reference = new Reference("a_metrics_R.json", "AAPL_vs_SPY", "AAPL_vs_SPY");
        assertEqual(reference, PERFORMANCE_ANALYTICS_COMPARED);
        Map<String, Double> ours = values("AAPL_vs_SPY");
        double informationRatio = ours.get("active_return") / ours.get("tracking_error");
        assertThat(informationRatio).isCloseTo(reference.value("information_ratio"), within(RELATIVE));
        double alpha = Math.pow(1 + ours.get("alpha"), 1.0 / 252) - 1;
        assertThat(alpha).isCloseTo(reference.value("alpha_daily"), within(RELATIVE));
    }

    private static void assertEqual(Reference reference, String[][] names) {
        Map<String, Double> ours = values(reference.series());
        for (String[] pair : names) {
            double expected = reference.value(pair[0]);
            assertThat(ours.get(pair[1])).as(pair[1]).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
        }
    }

    private static final Map<String, Map<String, Double>> CALCULATED = new HashMap<>();

    private static Map<String, Double> values(String series) {
        return CALCULATED.computeIfAbsent(series, name -> Catalogue.values(sample(name, Convention.DAILY)));
    }

    static Sample sample(String series, Convention convention) {
        List<String[]> lines = SharedFiles.csv("a_series_" + series + ".csv");
        List<String[]> rows = lines.subList(1, lines.size());
        int[] ends = rows.stream()
                .mapToInt(cells -> (int) LocalDate.parse(cells[0]).toEpochDay())
                .toArray();
        int[] days = new int[ends.length + 1];
        days[0] = ends[0] - 1;
        System.arraycopy(ends, 0, days, 1, ends.length);
        double[] returns =
                rows.stream().mapToDouble(cells -> Double.parseDouble(cells[1])).toArray();
        double[] benchmark = rows.get(0).length < 3
                ? new double[0]
                : rows.stream()
                        .mapToDouble(cells -> Double.parseDouble(cells[2]))
                        .toArray();
        return new Sample(days, returns, benchmark, convention);
    }

    private record Reference(String file, String series, String block) {

        double value(String key) {
            return SharedFiles.number(SharedFiles.text(file), series, block, key);
        }
    }

    @Test
    void namesOfReferencesAreInTheCatalogue() {
        Stream.of(EMPYRICAL, EMPYRICAL_COMPARED, QUANTSTATS, FFN, PERFORMANCE_ANALYTICS, PERFORMANCE_ANALYTICS_COMPARED)
                .flatMap(Arrays::stream)
                .forEach(pair ->
                        assertThat(Catalogue.ofReturns(pair[1])).as(pair[1]).isPresent());
    }
}

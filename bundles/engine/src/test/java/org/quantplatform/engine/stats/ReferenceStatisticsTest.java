package org.quantplatform.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.engine.SharedFiles;

class ReferenceStatisticsTest {

    private static final double RELATIVE = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "AAPL_vs_SPY", "GOOG"})
    void equalsEmpyrical(String series) {
        List<String[]> lines = SharedFiles.csv("a_series_" + series + ".csv");
        double[] returns = column(lines, 1);
        double[] benchmark = lines.get(0).length > 2 ? column(lines, 2) : null;
        Map<String, Double> ours = ours(returns, benchmark);
        String json = SharedFiles.text("a_metrics.json");
        ours.forEach((name, value) -> {
            double expected = SharedFiles.number(json, series, "empyrical", name);
            assertThat(value).as(name).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
        });
        assertThat(ours).hasSize(benchmark == null ? 18 : 23);
    }

    private static Map<String, Double> ours(double[] returns, double[] benchmark) {
        PerformanceSummary summary = PerformanceSummary.of(returns, benchmark, 0);
        Map<String, Double> values = new TreeMap<>();
        values.put("total_return", summary.totalReturn());
        values.put("annual_return", summary.annualizedReturn());
        values.put("annual_volatility", summary.annualizedVolatility());
        values.put("sharpe_rf0", summary.sharpeRatio());
        values.put("sharpe_rf_daily_0.0001", Statistics.sharpeRatio(returns, 0.0001));
        values.put("sortino", summary.sortinoRatio());
        values.put("downside_risk", summary.downsideRisk());
        values.put("calmar", summary.calmarRatio());
        values.put("max_drawdown", summary.maxDrawdown());
        values.put("var_hist_95", summary.varHistorical95());
        values.put("var_hist_99", summary.varHistorical99());
        values.put("cvar_hist_95", summary.cvarHistorical95());
        values.put("cvar_hist_99", summary.cvarHistorical99());
        values.put("tail_ratio", summary.tailRatio());
        values.put("omega_0", summary.omega());
        values.put("stability", summary.stability());
        values.put("skew", summary.skew());
        values.put("excess_kurtosis", summary.excessKurtosis());
        if (benchmark != null) {
            values.put("alpha", summary.alpha());
            values.put("beta", summary.beta());
            values.put("up_capture", summary.upCapture());
            values.put("down_capture", summary.downCapture());
            values.put("excess_sharpe_information_ratio_daily", summary.informationRatio() / Math.sqrt(252));
        }
        return values;
    }

    private static double[] column(List<String[]> lines, int column) {
        return lines.stream()
                .skip(1)
                .mapToDouble(cells -> Double.parseDouble(cells[column]))
                .toArray();
    }
}

package org.quantplatform.research.internal.backtests;

import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.engine.figures.Catalogue;
import org.quantplatform.engine.figures.Convention;
import org.quantplatform.engine.figures.Sample;

/** What a run stored of its trading, with every figure that follows from its equity. */
public final class FullMetrics {

    private FullMetrics() {}

    /** Returns of the run and of its benchmark, counted from the capital. */
    public static Sample sample(Backtest run, EquitySeries series, Convention convention) {
        int[] days = series.dates().stream()
                .mapToInt(date -> Math.toIntExact(date.toEpochDay()))
                .toArray();
        double[] values = Sample.fromCapital(series.equity(), run.initialCapital());
        return Sample.ofValues(days, values, series.benchmark(), convention);
    }

    public static BacktestMetrics of(BacktestMetrics stored, Sample sample) {
        Map<String, Double> values = new TreeMap<>(stored.metrics());
        values.putAll(Catalogue.values(sample));
        return new BacktestMetrics(stored.backtestId(), values, stored.drawdowns(), stored.yearlyReturns());
    }
}

package org.quantplatform.engine.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quantplatform.engine.stats.PerformanceSummary;
import org.quantplatform.engine.stats.Statistics;
import org.quantplatform.model.Field;

/** All statistics of ten years of daily returns against a benchmark. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class StatisticsBenchmark {

    private static final int DAYS = 2521;

    private double[] returns;
    private double[] benchmark;

    @Setup
    public void prepare() {
        double[] closes = SeededPanel.of(DAYS, 2).column(Field.CLOSE);
        returns = Statistics.returns(Arrays.copyOfRange(closes, 0, DAYS));
        benchmark = Statistics.returns(Arrays.copyOfRange(closes, DAYS, 2 * DAYS));
    }

    @Benchmark
    public PerformanceSummary summary() {
        return PerformanceSummary.of(returns, benchmark, 0);
    }
}

package org.quantplatform.engine.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.quantplatform.engine.figures.Catalogue;
import org.quantplatform.engine.figures.Convention;
import org.quantplatform.engine.figures.Figure;
import org.quantplatform.engine.figures.RollingFigures;
import org.quantplatform.engine.figures.Sample;
import org.quantplatform.engine.stats.PerformanceSummary;
import org.quantplatform.engine.stats.Statistics;
import org.quantplatform.model.Field;

/** All statistics of ten years of daily returns against a benchmark. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class StatisticsBenchmark {

    private static final int DAYS = 2521;

    private double[] returns;
    private double[] benchmark;
    private Sample sample;
    private List<Figure<Sample>> rolled;

    @Setup
    public void prepare() {
        double[] closes = SeededPanel.of(DAYS, 2).column(Field.CLOSE);
        returns = Statistics.returns(Arrays.copyOfRange(closes, 0, DAYS));
        benchmark = Statistics.returns(Arrays.copyOfRange(closes, DAYS, 2 * DAYS));
        int[] days = new int[DAYS];
        Arrays.setAll(days, day -> day * 365 / 252);
        sample = new Sample(days, returns, benchmark, Convention.DAILY);
        rolled = Stream.of("annualized_volatility", "sharpe_ratio", "beta", "max_drawdown")
                .map(id -> Catalogue.ofReturns(id).orElseThrow())
                .toList();
    }

    /** Every figure of the catalogue. */
    @Benchmark
    public Map<String, Double> catalogue() {
        return Catalogue.values(sample);
    }

    /** Four figures of windows of a year. */
    @Benchmark
    public double[][] rolling() {
        return RollingFigures.of(rolled, sample, 252);
    }

    @Benchmark
    public PerformanceSummary summary() {
        return PerformanceSummary.of(returns, benchmark, 0);
    }
}

package org.quantplatform.engine.bench;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quantplatform.engine.kernel.Ranks;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;

/** 12-1 momentum of every asset on every day, and its rank among the assets of the day. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RankBenchmark {

    private static final int DAYS = 2520;
    private static final int LOOKBACK = 252;
    private static final int SKIP = 21;

    @Param({"750", "1500", "3000"})
    int assets;

    private double[] closes;

    @Setup
    public void prepare() {
        closes = SeededPanel.of(DAYS, assets).column(Field.CLOSE);
    }

    @Benchmark
    public ScoreMatrix momentumRankedEveryDay() {
        ScoreMatrix scores = new ScoreMatrix(assets, DAYS);
        double[] values = scores.values();
        IntStream.range(0, assets).parallel().forEach(asset -> {
            int first = asset * DAYS;
            for (int cell = first + LOOKBACK; cell < first + DAYS; cell++) {
                values[cell] = closes[cell - SKIP] / closes[cell - LOOKBACK] - 1;
            }
        });
        Ranks.everyDay(scores);
        return scores;
    }
}

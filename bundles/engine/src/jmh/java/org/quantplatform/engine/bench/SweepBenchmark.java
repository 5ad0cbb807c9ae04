package org.quantplatform.engine.bench;

import java.util.Arrays;
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
import org.quantplatform.engine.sweep.CrossSweep;
import org.quantplatform.engine.sweep.SweepResult;
import org.quantplatform.engine.sweep.Trading;
import org.quantplatform.model.Field;

/** A thousand pairs of moving averages, 2 to 41 against 45 to 165 bars, at the close and with costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SweepBenchmark {

    private static final int FAST = 40;
    private static final int SLOW = 25;

    @Param({"2520", "5040", "10080", "100000"})
    int bars;

    private Trading trading;
    private final int[] fast = new int[FAST * SLOW];
    private final int[] slow = new int[FAST * SLOW];

    @Setup
    public void prepare() {
        trading = Trading.atClose(SeededPanel.of(bars, 1).column(Field.CLOSE), 0.001);
        IntStream.range(0, FAST * SLOW).forEach(pair -> {
            fast[pair] = 2 + pair % FAST;
            slow[pair] = 45 + 5 * (pair / FAST);
        });
    }

    @Benchmark
    public double thousandPairs() {
        SweepResult result = CrossSweep.run(fast, slow, trading);
        return Arrays.stream(result.totalReturns()).sum();
    }
}

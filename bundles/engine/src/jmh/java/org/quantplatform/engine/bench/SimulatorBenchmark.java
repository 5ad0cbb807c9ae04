package org.quantplatform.engine.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.quantplatform.engine.sim.Charges;
import org.quantplatform.engine.sim.Decider;
import org.quantplatform.engine.sim.Progress;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.sim.Simulator;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;

/**
 * Monthly top decile by 12-1 momentum, 2,520 days × 3,000 assets, with costs. The same work took 13 ms in a plain Java
 * loop and 9.2 s in vectorbt 0.25.5, on two cores of an AMD EPYC.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SimulatorBenchmark {

    private static final int DAYS = 2520;

    @Param({"750", "1500", "3000"})
    int assets;

    private Panel panel;
    private org.quantplatform.engine.sim.Setup monthly;

    @Setup
    public void prepare() {
        panel = SeededPanel.of(DAYS, assets);
        monthly = setup();
    }

    private org.quantplatform.engine.sim.Setup setup() {
        int[] lots = new int[assets];
        Arrays.fill(lots, 1);
        return new org.quantplatform.engine.sim.Setup(
                panel,
                List.of(),
                0,
                DAYS - 1,
                1_000_000,
                Rebalance.MONTH_END,
                FillPrice.NEXT_CLOSE,
                ShareRule.FRACTIONAL,
                0.0005,
                lots,
                new LocalDate[assets]);
    }

    @Benchmark
    public SimulationResult monthlyTopDecile() {
        return Simulator.run(monthly, topDecile(), Charges.proportional(0.001), Progress.NONE);
    }

    /** What of {@link #monthlyTopDecile} is not the simulator: momentum and selection at month ends. */
    @Benchmark
    public double monthlySignalsAlone() {
        Decider decider = topDecile();
        double[] targets = new double[assets];
        double sum = 0;
        for (int day = 21; day < DAYS; day += 21) {
            decider.decide(day, targets, targets);
            sum += targets[0];
        }
        return sum;
    }

    private Decider topDecile() {
        int top = assets / 10;
        double[] closes = panel.column(Field.CLOSE);
        double[] momentum = new double[assets];
        double[] sorted = new double[assets];
        return (day, weights, targets) -> {
            if (day < 252) {
                return false;
            }
            for (int asset = 0; asset < assets; asset++) {
                int at = asset * DAYS + day;
                momentum[asset] = closes[at - 21] / closes[at - 252] - 1;
            }
            System.arraycopy(momentum, 0, sorted, 0, assets);
            double least = select(sorted, assets - top);
            for (int asset = 0; asset < assets; asset++) {
                targets[asset] = momentum[asset] >= least ? 0.98 / top : 0;
            }
            return true;
        };
    }

    /** The value that would stand at {@code place} if all were sorted (Hoare's selection). */
    private static double select(double[] values, int place) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (place <= right) {
                high = right;
            } else if (place >= left) {
                low = left;
            } else {
                return values[place];
            }
        }
        return values[place];
    }
}

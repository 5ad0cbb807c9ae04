package org.quantplatform.engine.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.quantplatform.engine.stats.Statistics;

/** Returns beside those of a benchmark. */
final class Comparison {

    private Comparison() {}

    static double treynor(Sample s) {
        double free = StrictMath.pow(1 + s.riskFree(), s.periods()) - 1;
        double excess = Statistics.annualizedReturn(s.returns(), s.periods()) - free;
        return Quotient.of(excess, Statistics.beta(s.returns(), s.benchmark()));
    }

    static double modigliani(Sample s) {
        double sharpe = Statistics.sharpeRatio(s.returns(), s.riskFree(), s.periods());
        double free = s.riskFree() * s.periods();
        return free + sharpe * Statistics.annualizedVolatility(s.benchmark(), s.periods());
    }

    static double[] active(Sample s) {
        double[] active = new double[s.size()];
        Arrays.setAll(active, i -> s.returns()[i] - s.benchmark()[i]);
        return active;
    }

    static double rSquared(Sample s) {
        double correlation = Statistics.correlation(s.returns(), s.benchmark());
        return correlation * correlation;
    }

    /** Deviation about the line of regression on the benchmark, with n - 1 as the divisor. */
    static double residualVolatility(Sample s) {
        double left = Math.max(1 - rSquared(s), 0);
        return Statistics.annualizedVolatility(s.returns(), s.periods()) * Math.sqrt(left);
    }

    /** Share of periods better than the benchmark, among those in which the benchmark's return is such. */
    static double batting(Sample s, DoublePredicate market) {
        int better = 0;
        int count = 0;
        for (int i = 0; i < s.size(); i++) {
            if (market.test(s.benchmark()[i])) {
                count++;
                better += s.returns()[i] - s.benchmark()[i] > 0 ? 1 : 0;
            }
        }
        return Quotient.of(better, count);
    }

    /** Only the periods in which the benchmark's return is such, the days being of no meaning. */
    static Sample when(Sample s, DoublePredicate market) {
        int[] chosen = IntStream.range(0, s.size())
                .filter(i -> market.test(s.benchmark()[i]))
                .toArray();
        double[] r = Arrays.stream(chosen).mapToDouble(i -> s.returns()[i]).toArray();
        double[] b = Arrays.stream(chosen).mapToDouble(i -> s.benchmark()[i]).toArray();
        return new Sample(new int[chosen.length + 1], r, b, new Convention(s.periods(), s.riskFree()));
    }

    static double alpha(Sample s) {
        return Statistics.alpha(s.returns(), s.benchmark(), s.riskFree(), s.periods());
    }

    static double beta(Sample s) {
        return Statistics.beta(s.returns(), s.benchmark());
    }

    static double fragility(Sample s) {
        return beyondMiddle(s, false);
    }

    static double convexity(Sample s) {
        return beyondMiddle(s, true);
    }

    /** The returns at the benchmark's worst and best period, weighted by distance from its middle one, less that at the middle. */
    private static double beyondMiddle(Sample s, boolean nearer) {
        if (s.size() < 3) {
            return Double.NaN;
        }
        double[] r = s.returns();
        double[] b = s.benchmark();
        int[] order = IntStream.range(0, s.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> b[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int low = order[0];
        int middle = order[s.size() / 2];
        int high = order[s.size() - 1];
        double range = b[high] - b[low];
        double towardsHigh = range == 0 ? 0.5 : (b[middle] - b[low]) / range;
        double onHigh = nearer ? towardsHigh : 1 - towardsHigh;
        return (1 - onHigh) * r[low] + onHigh * r[high] - r[middle];
    }
}

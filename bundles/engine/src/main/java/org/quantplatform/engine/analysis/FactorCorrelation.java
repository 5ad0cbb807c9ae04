package org.quantplatform.engine.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quantplatform.engine.analysis.FactorSample.Membership;
import org.quantplatform.engine.kernel.Ranks;
import org.quantplatform.model.ScoreMatrix;

/** How alike factors order the same assets. */
public final class FactorCorrelation {

    private FactorCorrelation() {}

    /**
     * Mean over days of Spearman's correlation of each pair of factors, over assets of the universe that have both scores.
     * Symmetric; NaN for a pair that no day has in common, also on the diagonal for a factor that never varies.
     *
     * @param factors matrices of the same shape
     * @param firstDay inclusive, as {@code lastDay}
     */
    public static double[][] of(List<ScoreMatrix> factors, Membership universe, int firstDay, int lastDay) {
        int days = Math.max(0, lastDay - firstDay + 1);
        boolean[][] members = new boolean[days][factors.get(0).assets()];
        for (int i = 0; i < days; i++) {
            universe.mask(firstDay + i, members[i]);
        }
        double[][] means = new double[factors.size()][factors.size()];
        for (int a = 0; a < factors.size(); a++) {
            for (int b = a; b < factors.size(); b++) {
                means[a][b] = mean(factors.get(a), factors.get(b), members, firstDay);
                means[b][a] = means[a][b];
            }
        }
        return means;
    }

    private static double mean(ScoreMatrix a, ScoreMatrix b, boolean[][] members, int firstDay) {
        double[] daily = IntStream.range(0, members.length)
                .parallel()
                .mapToDouble(i -> onDay(a, b, members[i], firstDay + i))
                .toArray();
        return SeriesSummary.of(daily, 0).mean();
    }

    private static double onDay(ScoreMatrix a, ScoreMatrix b, boolean[] members, int day) {
        double[] left = new double[members.length];
        double[] right = new double[members.length];
        int count = 0;
        for (int asset = 0; asset < members.length; asset++) {
            if (members[asset] && Double.isFinite(a.get(asset, day)) && Double.isFinite(b.get(asset, day))) {
                left[count] = a.get(asset, day);
                right[count++] = b.get(asset, day);
            }
        }
        return Correlation.pearson(
                Ranks.average(Arrays.copyOf(left, count)), Ranks.average(Arrays.copyOf(right, count)));
    }
}

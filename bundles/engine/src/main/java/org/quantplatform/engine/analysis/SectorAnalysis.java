package org.quantplatform.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.quantplatform.engine.kernel.Ranks;

/**
 * How scores foretell returns within one sector.
 *
 * @param sector name
 * @param horizon in bars
 * @param observations pairs of date and asset
 * @param rankIc of the ranks within the sector, over dates with at least two of its assets
 * @param meanReturn of all its observations
 * @param meanScore of all its observations
 */
public record SectorAnalysis(
        String sector, int horizon, long observations, SeriesSummary rankIc, double meanReturn, double meanScore) {

    /**
     * @param sectors one name per asset of the sample's panel, empty for an asset that has none and is left out
     * @return by sector in order of their names, then in the order of the horizons
     */
    public static List<SectorAnalysis> of(FactorSample sample, List<String> sectors) {
        Map<String, boolean[]> members = new TreeMap<>();
        for (int asset = 0; asset < sectors.size(); asset++) {
            if (!sectors.get(asset).isEmpty()) {
                members.computeIfAbsent(sectors.get(asset), name -> new boolean[sectors.size()])[asset] = true;
            }
        }
        List<SectorAnalysis> analyses = new ArrayList<>();
        members.forEach((name, mask) -> {
            for (int h = 0; h < sample.horizons().length; h++) {
                analyses.add(sector(sample, name, mask, h));
            }
        });
        return analyses;
    }

    private static SectorAnalysis sector(FactorSample sample, String name, boolean[] members, int h) {
        int horizon = sample.horizons()[h];
        double[] ic = new double[sample.dates()];
        Moments[] returns = new Moments[sample.dates()];
        Moments[] scores = new Moments[sample.dates()];
        IntStream.range(0, sample.dates()).parallel().forEach(date -> {
            double[] forward = chosen(sample.forward(date, h), sample.assets(date), members);
            double[] score = chosen(sample.scores(date), sample.assets(date), members);
            ic[date] = Correlation.pearson(Ranks.average(score), Ranks.average(forward));
            returns[date] = Moments.of(forward, forward.length);
            scores[date] = Moments.of(score, score.length);
        });
        Moments allReturns = Arrays.stream(returns).reduce(Moments.NONE, Moments::plus);
        Moments allScores = Arrays.stream(scores).reduce(Moments.NONE, Moments::plus);
        return new SectorAnalysis(
                name,
                horizon,
                allReturns.count(),
                SeriesSummary.of(ic, horizon - 1),
                allReturns.mean(),
                allScores.mean());
    }

    private static double[] chosen(double[] values, int[] assets, boolean[] members) {
        double[] found = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (members[assets[i]]) {
                found[count++] = values[i];
            }
        }
        return Arrays.copyOf(found, count);
    }
}

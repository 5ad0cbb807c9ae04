package org.quantplatform.strategy.rank;

import java.util.Arrays;
import org.quantplatform.spi.strategy.Snapshot;
import org.quantplatform.strategy.rank.FactorRankStrategy.Params;

/** In what proportions the first places of a ranking share their part. */
final class Shares {

    private final Snapshot snapshot;
    private final Params parameters;

    Shares(Snapshot snapshot, Params parameters) {
        this.snapshot = snapshot;
        this.parameters = parameters;
    }

    /** One per place, not negative, none above 1 but by rank; at least one is above 0. */
    double[] of(Ranking ranking, int places) {
        return switch (parameters.weighting()) {
            case EQUAL -> equal(places);
            case SCORE -> byScore(ranking, places);
            case RANK -> byRank(places);
            case INVERSE_VOLATILITY -> byCalm(ranking, places);
        };
    }

    private static double[] equal(int places) {
        double[] shares = new double[places];
        Arrays.fill(shares, 1);
        return shares;
    }

    private static double[] byRank(int places) {
        double[] shares = new double[places];
        for (int place = 0; place < places; place++) {
            shares[place] = places - place;
        }
        return shares;
    }

    private static double[] byScore(Ranking ranking, int places) {
        double best = ranking.score(0);
        if (!(best > 0 && Double.isFinite(best))) {
            return equal(places);
        }
        double[] shares = new double[places];
        for (int place = 0; place < places; place++) {
            // divided by the best, so that their sum stays finite
            shares[place] = Math.max(0, ranking.score(place) / best);
        }
        return shares;
    }

    private double[] byCalm(Ranking ranking, int places) {
        Volatility volatility = new Volatility(snapshot, parameters.window());
        double[] shares = new double[places];
        double calmest = Double.POSITIVE_INFINITY;
        for (int place = 0; place < places; place++) {
            shares[place] = volatility.of(ranking.asset(place));
            if (shares[place] > 0) {
                calmest = Math.min(calmest, shares[place]);
            }
        }
        if (Double.isInfinite(calmest)) {
            return equal(places);
        }
        for (int place = 0; place < places; place++) {
            shares[place] = shares[place] > 0 ? calmest / shares[place] : 0;
        }
        return shares;
    }
}

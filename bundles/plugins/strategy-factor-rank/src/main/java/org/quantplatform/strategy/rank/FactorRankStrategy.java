package org.quantplatform.strategy.rank;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.strategy.Snapshot;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.spi.strategy.Targets;

/** Holds the assets with the highest scores; of equal scores the ticker that sorts first. Without any score: cash. */
@Plugin(id = "factor-rank", title = "Best by factor score", tags = "ranking")
@Component
public final class FactorRankStrategy implements Strategy<FactorRankStrategy.Params> {

    /** How the invested part is shared among the chosen assets. */
    public enum Weighting {
        EQUAL,
        /** In proportion to the score; nothing for scores that are not above 0, but equal parts when none is. */
        SCORE,
        /** n shares for the best of n assets, one for the last. */
        RANK
    }

    /** What to hold. */
    public record Params(
            @Param(value = "20", min = 1, max = 5000, help = "Number of assets held, when quantile is 0") int top,
            @Param(
                            value = "0",
                            min = 0,
                            max = 1,
                            help = "Fraction of the scored assets held, rounded down to at least one; 0 to go by top")
                    double quantile,
            @Param(value = "equal", help = "How the chosen assets share the invested part") Weighting weighting,
            @Param(value = "0.98", min = 0, max = 1, help = "Fraction of the portfolio invested, above 0")
                    double invested) {

        public Params {
            if (!(invested > 0)) {
                throw new IllegalArgumentException("invested must be above 0, was " + invested);
            }
        }
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public void decide(Snapshot snapshot, Params p, Targets out) {
        Ranking ranking = Ranking.of(snapshot);
        int chosen = chosen(ranking.size(), p);
        if (chosen == 0) {
            return;
        }
        if (p.weighting() == Weighting.EQUAL) {
            double weight = p.invested() / chosen;
            for (int place = 0; place < chosen; place++) {
                out.set(ranking.asset(place), weight);
            }
            return;
        }
        double[] shares = p.weighting() == Weighting.RANK ? byRank(chosen) : byScore(ranking, chosen);
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        for (int place = 0; place < chosen; place++) {
            out.set(ranking.asset(place), p.invested() * (shares[place] / total));
        }
    }

    private static int chosen(int ranked, Params p) {
        if (p.quantile() > 0) {
            // the tiny addition keeps 0.1 of 470 at 47, whatever the last bit of the product
            return Math.min(ranked, Math.max(1, (int) (p.quantile() * ranked + 1e-9)));
        }
        return Math.min(ranked, p.top());
    }

    private static double[] byRank(int chosen) {
        double[] shares = new double[chosen];
        for (int place = 0; place < chosen; place++) {
            shares[place] = chosen - place;
        }
        return shares;
    }

    private static double[] byScore(Ranking ranking, int chosen) {
        double best = ranking.score(0);
        double[] shares = new double[chosen];
        for (int place = 0; place < chosen; place++) {
            // divided by the best, so that their sum stays finite
            shares[place] = best > 0 && Double.isFinite(best) ? Math.max(0, ranking.score(place) / best) : 1;
        }
        return shares;
    }
}

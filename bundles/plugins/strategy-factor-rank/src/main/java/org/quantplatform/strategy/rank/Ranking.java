package org.quantplatform.strategy.rank;

import org.quantplatform.engine.kernel.Descending;
import org.quantplatform.spi.strategy.Snapshot;

/** The scored assets of a day, best first; assets come in order of ticker, and keep it where scores are equal. */
final class Ranking {

    private final int[] assets;
    private final double[] scores;

    private Ranking(int[] assets, double[] scores) {
        this.assets = assets;
        this.scores = scores;
    }

    static Ranking of(Snapshot snapshot) {
        double[] scores = new double[snapshot.assets()];
        for (int asset = 0; asset < scores.length; asset++) {
            scores[asset] = snapshot.score(asset);
        }
        return new Ranking(Descending.order(scores), scores);
    }

    int size() {
        return assets.length;
    }

    int asset(int place) {
        return assets[place];
    }

    double score(int place) {
        return scores[assets[place]];
    }
}

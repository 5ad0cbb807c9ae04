package org.quantplatform.strategy.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
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

    /** One per sector, in order of their names; assets without a sector come first, as one of their own. */
    List<Ranking> bySector(Snapshot snapshot) {
        TreeMap<String, int[]> members = new TreeMap<>();
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (int asset : assets) {
            String sector = snapshot.sector(asset).orElse("");
            int place = counts.merge(sector, 1, Integer::sum) - 1;
            members.computeIfAbsent(sector, name -> new int[assets.length])[place] = asset;
        }
        List<Ranking> rankings = new ArrayList<>();
        members.forEach((sector, each) -> rankings.add(new Ranking(Arrays.copyOf(each, counts.get(sector)), scores)));
        return rankings;
    }

    /** The same upside down: the worst first, by the opposite of its score. */
    Ranking reversed() {
        int[] upwards = new int[assets.length];
        for (int place = 0; place < upwards.length; place++) {
            upwards[place] = assets[assets.length - 1 - place];
        }
        double[] opposite = new double[scores.length];
        Arrays.setAll(opposite, asset -> -scores[asset]);
        return new Ranking(upwards, opposite);
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

package org.quantplatform.strategy.rank;

import java.util.ArrayList;
import java.util.List;
import org.quantplatform.spi.strategy.Targets;
import org.quantplatform.strategy.rank.FactorRankStrategy.Params;
import org.quantplatform.strategy.rank.FactorRankStrategy.Side;

/** One side of a portfolio: the assets at the top of one or more rankings, with weights above or equal to 0. */
final class Leg {

    private record Part(Ranking ranking, double[] weights) {}

    private final List<Part> parts = new ArrayList<>();

    private Leg() {}

    /** @param gross fraction of the portfolio that the groups share by their numbers of ranked assets */
    static Leg of(List<Ranking> groups, Params p, Shares shares, double gross) {
        Leg leg = new Leg();
        List<Ranking> held =
                groups.stream().filter(group -> places(group.size(), p) > 0).toList();
        int ranked = held.stream().mapToInt(Ranking::size).sum();
        for (Ranking group : held) {
            int places = places(group.size(), p);
            double part = held.size() == 1 ? gross : gross * group.size() / ranked;
            leg.parts.add(new Part(group, Ceiling.share(part, shares.of(group, places), p.limit())));
        }
        return leg;
    }

    private static int places(int ranked, Params p) {
        int most = p.side() == Side.LONG ? ranked : ranked / 2;
        if (p.quantile() > 0) {
            // the tiny addition keeps 0.1 of 470 at 47, whatever the last bit of the product
            return Math.min(most, Math.max(1, (int) (p.quantile() * ranked + 1e-9)));
        }
        return Math.min(most, p.top());
    }

    double gross() {
        double gross = 0;
        for (Part part : parts) {
            for (double weight : part.weights()) {
                gross += weight;
            }
        }
        return gross;
    }

    /** @param factor for all weights, negative for a short side */
    void set(Targets out, double factor) {
        for (Part part : parts) {
            for (int place = 0; place < part.weights().length; place++) {
                out.set(part.ranking().asset(place), factor * part.weights()[place]);
            }
        }
    }
}

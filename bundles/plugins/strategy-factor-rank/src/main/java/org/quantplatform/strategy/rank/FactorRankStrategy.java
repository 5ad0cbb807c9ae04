package org.quantplatform.strategy.rank;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.Snapshot;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.spi.strategy.Targets;

/**
 * Holds the assets with the highest scores, and sells short those with the lowest if asked to. Of equal scores the ticker
 * that sorts first ranks higher. Without any score: cash.
 */
@Plugin(id = "factor-rank", title = "Best by factor score", tags = "ranking")
@Component
public final class FactorRankStrategy implements Strategy<FactorRankStrategy.Params> {

    /** How a side is shared among the chosen assets; for the short side read the opposite of each score. */
    public enum Weighting {
        EQUAL,
        /** In proportion to the score; nothing for scores that are not above 0, but equal parts when none is. */
        SCORE,
        /** n shares for the best of n assets, one for the last. */
        RANK,
        /**
         * In proportion to 1 over the standard deviation of the asset's returns; nothing where it is 0 or there are fewer
         * than two returns, but equal parts when that goes for all.
         */
        INVERSE_VOLATILITY
    }

    /** Which ends of the ranking are held. */
    public enum Side {
        LONG,
        /** The highest long and the lowest short, each up to a part of its own. */
        LONG_SHORT,
        /** The same parts on both sides; where one cannot take its part the other is cut to it. */
        DOLLAR_NEUTRAL
    }

    /** What to hold. */
    public record Params(
            @Param(value = "20", min = 1, max = 5000, help = "Number of assets held on a side, when quantile is 0")
                    int top,
            @Param(
                            value = "0",
                            min = 0,
                            max = 1,
                            help = "Fraction of the scored assets held on a side, at least one; 0 to go by top")
                    double quantile,
            @Param(value = "equal", help = "How the chosen assets share their side") Weighting weighting,
            @Param(value = "0.98", min = 0, max = 10, help = "Fraction of the portfolio held long, above 0")
                    double invested,
            @Param(value = "long", help = "Hold the best, or also sell the worst short") Side side,
            @Param(
                            value = "0.98",
                            min = 0,
                            max = 10,
                            help = "Fraction of the portfolio sold short, for side long_short")
                    double shorted,
            @Param(
                            value = "false",
                            help = "Rank within each sector, which shares a side by its number of scored assets")
                    boolean withinSector,
            @Param(
                            value = "0",
                            min = 0,
                            max = 1,
                            help =
                                    "Largest weight of an asset either way; what it cuts off goes to the others. 0 for none")
                    double maxWeight,
            @Param(value = "63", min = 2, max = 2520, help = "Returns behind each volatility, for inverse_volatility")
                    int window) {

        public Params {
            if (!(invested > 0)) {
                throw new IllegalArgumentException("invested must be above 0, was " + invested);
            }
        }

        double limit() {
            return maxWeight > 0 ? maxWeight : Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(p.weighting() == Weighting.INVERSE_VOLATILITY ? p.window() + 1 : 1, Field.CLOSE);
    }

    @Override
    public void decide(Snapshot snapshot, Params p, Targets out) {
        if (p.side() != Side.LONG && !snapshot.allowsShort()) {
            throw new IllegalArgumentException("short positions need financing.allow_short in the run");
        }
        Ranking ranking = Ranking.of(snapshot);
        List<Ranking> groups = p.withinSector() ? ranking.bySector(snapshot) : List.of(ranking);
        Shares shares = new Shares(snapshot, p);
        Leg longs = Leg.of(groups, p, shares, p.invested());
        if (p.side() == Side.LONG) {
            longs.set(out, 1);
            return;
        }
        double gross = p.side() == Side.LONG_SHORT ? p.shorted() : p.invested();
        List<Ranking> reversed = groups.stream().map(Ranking::reversed).toList();
        Leg shorts = Leg.of(reversed, p, shares, gross);
        double smaller = Math.min(longs.gross(), shorts.gross());
        boolean neutral = p.side() == Side.DOLLAR_NEUTRAL;
        longs.set(out, neutral ? smaller / longs.gross() : 1);
        shorts.set(out, neutral ? -smaller / shorts.gross() : -1);
    }
}

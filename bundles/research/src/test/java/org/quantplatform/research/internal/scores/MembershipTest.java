package org.quantplatform.research.internal.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.BoundPlugin.NoParameters;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.research.internal.backtests.Fixtures;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;

class MembershipTest {

    private static final int ASSETS = 70;
    private static final int DAYS = 9;

    /** Scores each asset by how many are members on the day. */
    private static final class Crowd implements Factor<NoParameters> {

        @Override
        public Class<NoParameters> parameterType() {
            return NoParameters.class;
        }

        @Override
        public Requirements requires(NoParameters parameters) {
            return Requirements.of(1, Field.CLOSE).acrossAssets();
        }

        @Override
        public void compute(FactorInput input, NoParameters parameters, ScoreMatrix out) {
            for (int day = 0; day < input.days(); day++) {
                int members = 0;
                for (int asset = 0; asset < input.assets(); asset++) {
                    members += input.isEligible(asset, day) ? 1 : 0;
                }
                for (int asset = 0; asset < input.assets(); asset++) {
                    out.set(asset, day, members);
                }
            }
        }
    }

    private static final BoundPlugin<Factor<?>> CROWD = new BoundPlugin<>(
            new Crowd(),
            new NoParameters(),
            Map.of(),
            new PluginPin(PluginKind.FACTOR, "crowd", "test", "1.0.0", "0".repeat(64)));

    private final MarketPanel market = Fixtures.source(
                    Fixtures.random(ASSETS, LocalDate.of(2020, 1, 1), DAYS), List.of())
            .load(new PanelQuery(1, Market.US, List.of(), LocalDate.of(2021, 1, 1), Set.of(Field.CLOSE)));
    private final FactorScores all = new FactorScores(market.prices(), market.instruments(), () -> false);

    /** From asset {@code day} on. */
    private static Membership later(String name) {
        return new Membership() {
            @Override
            public void mask(int day, boolean[] eligible) {
                for (int asset = 0; asset < eligible.length; asset++) {
                    eligible[asset] = asset >= day;
                }
            }

            @Override
            public String description() {
                return name;
            }
        };
    }

    @Test
    void comparesMembersOfTheDay() throws JobCancelled {
        assertThat(all.of(CROWD).get(3, 7)).isEqualTo(ASSETS);
        assertThat(all.among(later("later")).of(CROWD).get(3, 7)).isEqualTo(ASSETS - 7);
    }

    @Test
    void scoresAmongOthersAreNotTakenFromTheCache() throws JobCancelled {
        ScoreCache cache = new ScoreCache(1 << 20);
        ScoreMatrix first =
                cache.before(all.among(later("a")), market, Adjust.ALL).of(CROWD);
        assertThat(cache.before(all.among(later("a")), market, Adjust.ALL).of(CROWD))
                .isSameAs(first);
        assertThat(cache.before(all.among(later("b")), market, Adjust.ALL).of(CROWD))
                .isNotSameAs(first);
        assertThat(cache.before(all, market, Adjust.ALL).of(CROWD)).isNotSameAs(first);
    }
}

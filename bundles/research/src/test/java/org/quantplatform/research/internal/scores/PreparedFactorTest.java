package org.quantplatform.research.internal.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.BoundPlugin.NoParameters;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.research.internal.backtests.Fixtures;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.PreparedFactor;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.factor.Returns;

class PreparedFactorTest {

    private static final int ASSETS = 150;

    /** What an asset returned beyond the market. */
    private static class Excess implements PreparedFactor<NoParameters, double[]> {

        final AtomicInteger prepared = new AtomicInteger();
        final Set<Integer> groups = ConcurrentHashMap.newKeySet();

        @Override
        public Class<NoParameters> parameterType() {
            return NoParameters.class;
        }

        @Override
        public Requirements requires(NoParameters parameters) {
            return Requirements.of(2, Field.CLOSE).acrossAssets();
        }

        @Override
        public double[] prepare(FactorInput all, NoParameters parameters) {
            prepared.incrementAndGet();
            return Returns.ofMarket(all);
        }

        @Override
        public void score(FactorInput group, double[] market, NoParameters parameters, ScoreMatrix out) {
            groups.add(group.assets());
            double[] returns = new double[group.days()];
            for (int asset = 0; asset < group.assets(); asset++) {
                Returns.simple(group.history(asset, Field.CLOSE), returns);
                for (int day = 0; day < returns.length; day++) {
                    out.set(asset, day, returns[day] - market[day]);
                }
            }
        }
    }

    private final MarketPanel market = Fixtures.source(Fixtures.random(ASSETS, LocalDate.of(2020, 1, 1), 40), List.of())
            .load(new PanelQuery(1, Market.US, List.of(), LocalDate.of(2021, 1, 1), Set.of(Field.CLOSE)));
    private final FactorScores scores = new FactorScores(market.prices(), market.instruments(), () -> false);

    private static BoundPlugin<Factor<?>> bound(Factor<?> factor) {
        PluginPin pin = new PluginPin(PluginKind.FACTOR, "excess", "test", "1.0.0", "0".repeat(64));
        return new BoundPlugin<>(factor, new NoParameters(), Map.of(), pin);
    }

    @Test
    void groupsGiveTheSameBitsAsAllTogether() throws JobCancelled {
        Excess factor = new Excess();
        ScoreMatrix grouped = scores.of(bound(factor));
        assertThat(factor.prepared).hasValue(1);
        assertThat(factor.groups).containsExactlyInAnyOrder(64, 22);
        ScoreMatrix together = new ScoreMatrix(ASSETS, 40);
        factor.compute(
                new PanelInput(market.prices(), market.instruments(), 0, ASSETS, Set.of(Field.CLOSE), List.of()),
                new NoParameters(),
                together);
        assertThat(grouped.values()).isEqualTo(together.values());
        assertThat(grouped.get(0, 39)).isNotNaN();
    }

    @Test
    void aFailureWhilePreparingIsTheFactors() {
        Excess broken = new Excess() {
            @Override
            public double[] prepare(FactorInput all, NoParameters parameters) {
                throw new IllegalStateException("no market");
            }
        };
        assertThatThrownBy(() -> scores.of(bound(broken)))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("factor excess failed")
                .hasMessageContaining("no market");
    }
}

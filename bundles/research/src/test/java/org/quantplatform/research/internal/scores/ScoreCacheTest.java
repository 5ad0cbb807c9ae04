package org.quantplatform.research.internal.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.CellFactor;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;

class ScoreCacheTest {

    private static final int BYTES = 2 * 3 * Double.BYTES;

    record Days(int days) {}

    static final class Ratio extends CellFactor<Days> {

        @Override
        public Class<Days> parameterType() {
            return Days.class;
        }

        @Override
        public Requirements requires(Days p) {
            return Requirements.of(p.days() + 1, Field.CLOSE);
        }

        @Override
        protected double score(Cell cell, Days p) {
            return cell.today(Field.CLOSE) / cell.ago(Field.CLOSE, p.days());
        }
    }

    private final List<String> computed = new ArrayList<>();

    private static BoundPlugin<Factor<?>> factor(int days, String code) {
        PluginPin pin = new PluginPin(PluginKind.FACTOR, "ratio", "test.ratio", "1.0.0", code.repeat(64));
        return new BoundPlugin<>(new Ratio(), new Days(days), Map.of("days", days), pin);
    }

    private static MarketPanel market(String digest, String sector) {
        double[] closes = {1, 2, 4, 3, 3, 6};
        int[] days = {0, 1, 2};
        Panel panel = new Panel(Market.US, days, List.of("A", "B"), Map.of(Field.CLOSE, closes));
        List<Instrument> instruments = panel.tickers().stream()
                .map(ticker -> instrument(ticker, sector))
                .toList();
        return new MarketPanel(panel, instruments, List.of(), digest, 1);
    }

    private static Instrument instrument(String ticker, String sector) {
        return new Instrument(Market.US, ticker, "XNYS", ticker, AssetType.STOCK, sector, "USD", null, null, false);
    }

    private Scores through(ScoreCache cache, MarketPanel market, Adjust adjust) {
        FactorScores source = new FactorScores(market.prices(), market.instruments(), () -> false);
        return cache.before(
                factor -> {
                    computed.add(factor.values().toString());
                    return source.of(factor);
                },
                market,
                adjust);
    }

    @Test
    void theSameScoresAreComputedOnceAndAreTheSameBits() throws JobCancelled {
        ScoreCache cache = new ScoreCache(10 * BYTES);
        MarketPanel market = market("d", "Energy");
        ScoreMatrix first = through(cache, market, Adjust.ALL).of(factor(1, "0"));
        ScoreMatrix second = through(cache, market("d", "Energy"), Adjust.ALL).of(factor(1, "0"));
        ScoreMatrix without = through(ScoreCache.none(), market, Adjust.ALL).of(factor(1, "0"));
        assertThat(computed).hasSize(2);
        assertThat(second.values()).isEqualTo(first.values()).isEqualTo(without.values());
        assertThat(first.values()).containsExactly(Double.NaN, 2, 2, Double.NaN, 1, 2);
    }

    @Test
    void whateverDecidesScoresMakesThemOthers() throws JobCancelled {
        ScoreCache cache = new ScoreCache(100 * BYTES);
        through(cache, market("d", "Energy"), Adjust.ALL).of(factor(1, "0"));
        through(cache, market("d", "Energy"), Adjust.ALL).of(factor(2, "0"));
        through(cache, market("d", "Energy"), Adjust.ALL).of(factor(1, "1"));
        through(cache, market("e", "Energy"), Adjust.ALL).of(factor(1, "0"));
        through(cache, market("d", "Banks"), Adjust.ALL).of(factor(1, "0"));
        through(cache, market("d", null), Adjust.ALL).of(factor(1, "0"));
        through(cache, market("d", "Energy"), Adjust.SPLIT).of(factor(1, "0"));
        assertThat(computed).hasSize(7);
        assertThat(cache.bytes()).isEqualTo(7L * BYTES);
    }

    @Test
    void whatWasUsedLongestAgoMakesRoom() throws JobCancelled {
        ScoreCache cache = new ScoreCache(2 * BYTES);
        Scores scores = through(cache, market("d", "Energy"), Adjust.ALL);
        scores.of(factor(1, "0"));
        scores.of(factor(2, "0"));
        scores.of(factor(1, "0"));
        scores.of(factor(3, "0"));
        scores.of(factor(1, "0"));
        assertThat(computed).containsExactly("{days=1}", "{days=2}", "{days=3}");
        scores.of(factor(2, "0"));
        assertThat(computed).hasSize(4);
        assertThat(cache.bytes()).isEqualTo(2L * BYTES);
    }

    @Test
    void whatIsLargerThanTheWholeIsNotKept() throws JobCancelled {
        ScoreCache cache = new ScoreCache(BYTES - 1);
        Scores scores = through(cache, market("d", "Energy"), Adjust.ALL);
        scores.of(factor(1, "0"));
        scores.of(factor(1, "0"));
        assertThat(computed).hasSize(2);
        assertThat(cache.bytes()).isZero();
    }
}

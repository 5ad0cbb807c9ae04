package org.quantplatform.factor.technical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Every indicator against ta4j, from the bar on where it no longer matters how averages begin. */
class Ta4jTest {

    private final ReferenceBars reference = new ReferenceBars();
    private final Bars bars = reference.bars();
    private final double[] close = bars.close();

    @Test
    void averages() {
        same("sma20", Averages.simple(close, 20));
        same("ema12", Averages.exponential(close, 12));
        same("triple_ema15", Oscillators.tripleAverage(close, 15));
    }

    @Test
    void movingAverageConvergence() {
        double[] line = Scores.difference(Averages.exponential(close, 12), Averages.exponential(close, 26));
        same("macd", line);
        same("macd_signal", Averages.exponential(line, 9));
        double[] histogram = Scores.difference(reference.column("macd"), reference.column("macd_signal"));
        same(Flows.quotient(histogram, close), score(new MacdFactor(), new MacdFactor.Params(12, 26, 9)));
    }

    @Test
    void bollingerBands() {
        same("percent_b", score(new BollingerPositionFactor(), new BollingerPositionFactor.Params(20, 2)));
        same(
                Scores.times(reference.column("bollinger_width"), -0.01),
                score(new BollingerBandwidthFactor(), new BollingerBandwidthFactor.Params(20, 2)));
    }

    @Test
    void trueRangeAndDirectionalMovement() {
        same("atr14", Channels.averageTrueRange(bars, 14));
        Directional movement = Directional.of(bars, 14);
        same("plus_di14", movement.plus());
        same("minus_di14", movement.minus());
        same("adx14", movement.strength());
    }

    @Test
    void placesInARange() {
        same("stochastic_k14", Oscillators.stochastic(bars, 14));
        same("stochastic_d3", score(new StochasticFactor(), new StochasticFactor.Params(14, 3)));
        same("williams_r14", score(new WilliamsFactor(), new WilliamsFactor.Params(14)));
        same("donchian_upper20", Channels.highest(bars.high(), 20));
        same("donchian_lower20", Channels.lowest(bars.low(), 20));
        same("aroon_up25", Oscillators.aroon(bars.high(), 25, 1));
        same("aroon_down25", Oscillators.aroon(bars.low(), 25, -1));
    }

    @Test
    void keltnerChannel() {
        double[] middle = reference.column("keltner_middle20");
        same(middle, Averages.exponential(close, 20));
        double[] reach = Scores.difference(reference.column("keltner_upper20"), middle);
        same(
                Flows.quotient(Scores.difference(close, middle), reach),
                score(new KeltnerFactor(), new KeltnerFactor.Params(20, 10, 2)));
    }

    @Test
    void pricesAndVolume() {
        same("obv", Flows.onBalanceVolume(bars));
        same("vwap14", Flows.volumeWeightedPrice(bars, 14));
        same("mfi14", Flows.moneyFlowIndex(bars, 14));
        same("cmf20", Flows.chaikinMoneyFlow(bars, 20));
        same("cci20", Oscillators.commodityChannel(bars, 20));
    }

    private static <P extends Record> double[] score(BarFactor<P> factor, P parameters) {
        return factor.scores(new ReferenceBars().bars(), parameters);
    }

    private void same(String name, double[] own) {
        same(reference.column(name), own);
    }

    private static void same(double[] expected, double[] own) {
        int compared = 0;
        for (int t = 0; t < expected.length; t++) {
            if (!Double.isNaN(expected[t])) {
                assertThat(own[t])
                        .as("bar %d", t)
                        .isCloseTo(expected[t], within(1e-9 * Math.max(1, Math.abs(expected[t]))));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(60);
    }
}

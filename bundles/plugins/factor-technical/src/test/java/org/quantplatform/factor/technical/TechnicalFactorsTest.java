package org.quantplatform.factor.technical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.testkit.FakeFactorInput;

/** Values worked out by hand. */
class TechnicalFactorsTest {

    private static final double[] NO_VOLUME = {};

    @Test
    void ratioOfMeans() {
        double[] scores = closes(new SmaRatioFactor(), new SmaRatioFactor.Params(1, 2), 10, 30, 20);
        assertThat(scores).containsExactly(Double.NaN, 30.0 / 20 - 1, 20.0 / 25 - 1);
    }

    @Test
    void exponentialMeansStartAtTheFirstBar() {
        assertThat(Averages.exponential(new double[] {4, 8, 6}, 3)).containsExactly(4, 6, 6);
        assertThat(Averages.wilder(new double[] {4, 8, 6}, 4)).containsExactly(4, 5, 5.25);
        assertThat(Averages.settled(1)).isEqualTo(1);
        assertThat(Averages.settled(3)).isEqualTo(11);
    }

    @Test
    void bandsAreTwoDeviationsOfThePopulationAway() {
        // mean 2, deviation 1: bands at 0 and 4
        double[] scores = closes(new BollingerPositionFactor(), new BollingerPositionFactor.Params(2, 2), 1, 3);
        assertThat(scores[1]).isCloseTo(0.75, within(1e-12));
        double[] width = closes(new BollingerBandwidthFactor(), new BollingerBandwidthFactor.Params(2, 2), 1, 3);
        assertThat(width[1]).isCloseTo(-2, within(1e-12));
    }

    @Test
    void trueRangeReachesToTheCloseBefore() {
        Bars bars = new Bars(new double[] {11, 15}, new double[] {9, 14}, new double[] {10, 14}, NO_VOLUME);
        assertThat(Channels.trueRange(bars)).containsExactly(2, 5);
    }

    @Test
    void aSteadyRiseHasFullDirection() {
        double[] high = {11, 12, 13, 14};
        double[] low = {9, 10, 11, 12};
        double[] close = {10, 11, 12, 13};
        double[] adx = new DirectionalIndexFactor()
                .scores(new Bars(high, low, close, NO_VOLUME), new DirectionalIndexFactor.Params(1));
        assertThat(adx).startsWith(0).endsWith(100, 100, 100);
    }

    @Test
    void placesInTheRange() {
        Bars bars = new Bars(new double[] {12, 14}, new double[] {8, 10}, new double[] {9, 13}, NO_VOLUME);
        assertThat(new WilliamsFactor().scores(bars, new WilliamsFactor.Params(2))[1])
                .isCloseTo(100 * (13 - 8) / 6.0 - 100, within(1e-12));
        assertThat(new DonchianFactor().scores(bars, new DonchianFactor.Params(2))[1])
                .isEqualTo(5.0 / 6);
        assertThat(new AroonFactor().scores(bars, new AroonFactor.Params(1))[1]).isEqualTo(100);
    }

    @Test
    void moneyFlowsWithTheTypicalPrice() {
        double[] prices = {10, 12, 11, 11};
        Bars bars = new Bars(prices, prices, prices, new double[] {1, 2, 3, 4});
        assertThat(Flows.moneyFlowIndex(bars, 2)[2]).isCloseTo(100 * 24.0 / (24 + 33), within(1e-12));
        assertThat(Flows.moneyFlowIndex(bars, 2)[1]).isNaN();
        assertThat(Flows.onBalanceVolume(bars)).containsExactly(0, 2, -1, -1);
        assertThat(new OnBalanceVolumeFactor().scores(bars, new OnBalanceVolumeFactor.Params(2)))
                .endsWith(-1.0 / 5, -3.0 / 7);
        assertThat(new VolumeWeightedPriceFactor().scores(bars, new VolumeWeightedPriceFactor.Params(2))[1])
                .isCloseTo(12 / (34 / 3.0) - 1, within(1e-12));
        assertThat(Flows.chaikinMoneyFlow(bars, 2)[1]).isZero();
    }

    @Test
    void whatDoesNotMoveHasNoPlaceInItsRange() {
        double[] flat = {5, 5, 5, 5};
        Bars bars = new Bars(flat, flat, flat, new double[] {0, 0, 0, 0});
        assertThat(new StochasticFactor().scores(bars, new StochasticFactor.Params(2, 1)))
                .containsOnly(Double.NaN);
        assertThat(new CommodityChannelFactor().scores(bars, new CommodityChannelFactor.Params(2)))
                .containsOnly(Double.NaN);
        assertThat(new MoneyFlowFactor().scores(bars, new MoneyFlowFactor.Params(2)))
                .containsOnly(Double.NaN);
    }

    /** A suspended share goes on where it stopped; the days without a bar have no score. */
    @Test
    void daysWithoutAPriceAreLeftOut() {
        double[] scores = closes(new SmaRatioFactor(), new SmaRatioFactor.Params(1, 2), 10, Double.NaN, -1, 30, 20);
        assertThat(scores).containsExactly(Double.NaN, Double.NaN, Double.NaN, 30.0 / 20 - 1, 20.0 / 25 - 1);
    }

    @Test
    void theShorterAverageIsShorter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmaRatioFactor.Params(20, 20))
                .withMessage("fast must be less than slow, was 20 with slow 20");
    }

    private static <P extends Record> double[] closes(Factor<P> factor, P parameters, double... closes) {
        ScoreMatrix scores = new ScoreMatrix(1, closes.length);
        factor.compute(FakeFactorInput.ofCloses(closes), parameters, scores);
        return Arrays.copyOf(scores.values(), closes.length);
    }
}

package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Side;

class SimulatorPropertyTest {

    private static final double CENT = 0.01;

    @Property(tries = 300)
    void cashFlowsExplainEquityToTheCent(@ForAll long seed, @ForAll ShareRule shares, @ForAll("fills") FillPrice fill) {
        RandomMarket market = new RandomMarket(seed);
        SimulationResult result = market.run(fill, shares, RandomMarket.COSTS);
        double[] held = new double[market.closes.size()];
        double cash = 1_000_000;
        int flow = 0;
        int trade = 0;
        for (int day = 0; day < RandomMarket.DAYS; day++) {
            for (; flow < result.flows().size() && result.flows().day(flow) == day; flow++) {
                cash += result.flows().amount(flow);
                held[result.flows().asset(flow)] = result.flows().sharesAfter(flow);
            }
            for (; trade < result.trades().size() && result.trades().day(trade) == day; trade++) {
                cash += result.trades().cash(trade);
                held[result.trades().asset(trade)] = result.trades().sharesAfter(trade);
            }
            assertThat(result.cash()[day]).isCloseTo(cash, within(CENT));
        }
        double value = cash;
        for (int asset = 0; asset < held.length; asset++) {
            assertThat(result.finalShares()[asset]).isEqualTo(held[asset]);
            value += held[asset] * result.finalMarks()[asset];
        }
        assertThat(result.equity()[RandomMarket.DAYS - 1]).isCloseTo(value, within(CENT));
    }

    @Property(tries = 300)
    void cashFlowsExplainEquityInEveryCurrencyWithEverythingOn(@ForAll long seed, @ForAll ShareRule shares) {
        RandomMarket market = new RandomMarket(seed);
        SimulationResult result = market.runWithEverything(shares, seed);
        double[] held = new double[market.closes.size()];
        double[] cash = {20_000, 0};
        int flow = 0;
        int trade = 0;
        for (int day = 0; day < RandomMarket.DAYS; day++) {
            for (; flow < result.flows().size() && result.flows().day(flow) == day; flow++) {
                cash[result.flows().currency(flow)] += result.flows().amount(flow);
                if (result.flows().asset(flow) >= 0 && result.flows().kind(flow) != CashFlow.Kind.DIVIDEND) {
                    held[result.flows().asset(flow)] = result.flows().sharesAfter(flow);
                }
            }
            for (; trade < result.trades().size() && result.trades().day(trade) == day; trade++) {
                int asset = result.trades().asset(trade);
                double signed = result.trades().shares(trade) * (result.trades().side(trade) == Side.BUY ? 1 : -1);
                assertThat(result.trades().sharesAfter(trade)).isCloseTo(held[asset] + signed, within(1e-6));
                cash[asset % 2] += result.trades().cash(trade);
                held[asset] = result.trades().sharesAfter(trade);
            }
            assertThat(result.cash(0)[day]).isCloseTo(cash[0], within(CENT));
            assertThat(result.cash(1)[day]).isCloseTo(cash[1], within(CENT));
        }
        double rate = 1.1 + 0.1 * Math.sin(RandomMarket.DAYS - 1);
        double value = cash[0] + cash[1] * rate;
        for (int asset = 0; asset < held.length; asset++) {
            value += held[asset] * result.finalMarks()[asset] * (asset % 2 == 0 ? 1 : rate);
        }
        assertThat(result.equity()[RandomMarket.DAYS - 1]).isCloseTo(value, within(CENT));
    }

    @Property(tries = 200)
    void whatHappensLaterChangesNothingEarlierWithEverythingOn(
            @ForAll long seed,
            @ForAll ShareRule shares,
            @ForAll @IntRange(min = 1, max = RandomMarket.DAYS - 1) int cut) {
        RandomMarket market = new RandomMarket(seed);
        SimulationResult before = market.runWithEverything(shares, seed);
        market.closes.values().forEach(prices -> triple(prices, cut));
        market.opens.values().forEach(prices -> triple(prices, cut));
        SimulationResult after = market.runWithEverything(shares, seed);

        assertThat(Arrays.copyOf(after.equity(), cut)).containsExactly(Arrays.copyOf(before.equity(), cut));
    }

    @Provide
    Arbitrary<FillPrice> fills() {
        return Arbitraries.of(FillPrice.NEXT_OPEN, FillPrice.NEXT_CLOSE, FillPrice.SAME_CLOSE);
    }

    @Property(tries = 200)
    void cashNeverGoesBelowZeroAndShareCountsNeither(@ForAll long seed, @ForAll ShareRule shares) {
        RandomMarket market = new RandomMarket(seed);
        market.targets.values().forEach(weights -> Arrays.setAll(weights, day -> weights[day] * 4));
        SimulationResult result = market.run(FillPrice.NEXT_OPEN, shares, RandomMarket.COSTS);

        assertThat(Arrays.stream(result.cash()).min().orElseThrow()).isGreaterThanOrEqualTo(-1e-9);
        for (int i = 0; i < result.trades().size(); i++) {
            assertThat(result.trades().shares(i)).isPositive();
            assertThat(result.trades().sharesAfter(i)).isNotNegative();
        }
    }

    @Property(tries = 100)
    void theSameInputGivesTheSameBits(@ForAll long seed, @ForAll ShareRule shares) {
        SimulationResult once = new RandomMarket(seed).run(FillPrice.NEXT_OPEN, shares, RandomMarket.COSTS);
        SimulationResult again = new RandomMarket(seed).run(FillPrice.NEXT_OPEN, shares, RandomMarket.COSTS);

        assertThat(again.equity()).containsExactly(once.equity());
        assertThat(again.cash()).containsExactly(once.cash());
        assertThat(again.trades().size()).isEqualTo(once.trades().size());
    }

    @Property(tries = 200)
    void theNamesOfAssetsChangeNothing(@ForAll long seed, @ForAll ShareRule shares) {
        RandomMarket market = new RandomMarket(seed);
        SimulationResult before = market.run(FillPrice.NEXT_OPEN, shares, RandomMarket.COSTS);
        market.renameBackwards();
        SimulationResult after = market.run(FillPrice.NEXT_OPEN, shares, RandomMarket.COSTS);

        assertThat(after.trades().size()).isEqualTo(before.trades().size());
        assertThat(after.equity()).containsExactly(before.equity(), within(1e-5));
    }

    @Property(tries = 300)
    void splittingAStockChangesNoEquity(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = RandomMarket.DAYS - 1) int day,
            @ForAll @DoubleRange(min = 0.1, max = 10) double ratio) {
        Charges proportional = Charges.proportional(0.001);
        RandomMarket market = new RandomMarket(seed);
        SimulationResult before = market.run(FillPrice.NEXT_OPEN, ShareRule.FRACTIONAL, proportional);
        market.split("T0", day, ratio);
        SimulationResult after = market.run(FillPrice.NEXT_OPEN, ShareRule.FRACTIONAL, proportional);

        for (int i = 0; i < RandomMarket.DAYS; i++) {
            assertThat(after.equity()[i] / before.equity()[i]).isCloseTo(1, within(1e-9));
        }
    }

    @Property(tries = 200)
    void whatHappensLaterChangesNothingEarlier(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = RandomMarket.DAYS - 1) int cut) {
        RandomMarket market = new RandomMarket(seed);
        SimulationResult before = market.run(FillPrice.NEXT_OPEN, ShareRule.WHOLE, RandomMarket.COSTS);
        market.closes.values().forEach(prices -> triple(prices, cut));
        market.opens.values().forEach(prices -> triple(prices, cut));
        SimulationResult after = market.run(FillPrice.NEXT_OPEN, ShareRule.WHOLE, RandomMarket.COSTS);

        assertThat(Arrays.copyOf(after.equity(), cut)).containsExactly(Arrays.copyOf(before.equity(), cut));
    }

    private static void triple(double[] prices, int from) {
        for (int day = from; day < prices.length; day++) {
            prices[day] *= 3;
        }
    }
}

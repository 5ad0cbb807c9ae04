package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.quantplatform.engine.positions.Attribution;
import org.quantplatform.engine.positions.Exposures;
import org.quantplatform.engine.positions.History;
import org.quantplatform.engine.stats.RoundTrips;
import org.quantplatform.engine.stats.RoundTrips.RoundTrip;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Trade;

/** What is told from stored trades and flows alone is what the simulator did. */
class StoredHistoryPropertyTest {

    private static final double CENT = 0.01;

    private static History stored(RandomMarket market, SimulationResult result, double capital) {
        Panel panel = market.panel();
        List<Trade> trades = IntStream.range(0, result.trades().size())
                .mapToObj(i -> result.trades().trade(i, panel))
                .toList();
        List<CashFlow> flows = IntStream.range(0, result.flows().size())
                .mapToObj(i -> result.flows().flow(i, panel, result.currencies()))
                .toList();
        return new History(panel, market.actions, trades, flows, new double[0], 0, result.equity(), capital);
    }

    @Property(tries = 100)
    void profitsOfAllAssetsAreTheChangeOfTheEquity(@ForAll long seed, @ForAll ShareRule shares) {
        RandomMarket market = new RandomMarket(seed);
        SimulationResult result = market.run(FillPrice.NEXT_CLOSE, shares, RandomMarket.COSTS);
        History history = stored(market, result, 1_000_000);
        int[] halves = IntStream.range(0, RandomMarket.DAYS).map(day -> day % 2).toArray();
        Attribution attribution = Attribution.of(history, halves, 2);

        assertThat(attribution.rest()).isCloseTo(0, within(CENT));
        double change = result.equity()[RandomMarket.DAYS - 1] - 1_000_000;
        assertThat(attribution.ofSpan(0).profit() + attribution.ofSpan(1).profit())
                .isCloseTo(change, within(CENT));
        assertThat(sum(attribution.trips())).isCloseTo(change, within(CENT));
        assertThat(sum(RoundTrips.of(result))).isCloseTo(change, within(CENT));
    }

    @Property(tries = 100)
    void exposuresAreWhatIsNotCash(@ForAll long seed, @ForAll ShareRule shares) {
        RandomMarket market = new RandomMarket(seed);
        SimulationResult result = market.run(FillPrice.NEXT_CLOSE, shares, RandomMarket.COSTS);
        Exposures exposures = Exposures.of(stored(market, result, 1_000_000), new int[market.closes.size()], 1);

        for (int day = 0; day < RandomMarket.DAYS; day++) {
            double invested = 1 - result.cash()[day] / result.equity()[day];
            assertThat(exposures.net(0)[day]).isCloseTo(invested, within(1e-9));
        }
    }

    @Property(tries = 100)
    void positionsLiveAsLongAsInTheSimulator(@ForAll long seed, @ForAll ShareRule shares) {
        RandomMarket market = new RandomMarket(seed);
        SimulationResult result = market.runWithEverything(shares, seed);
        RoundTrips told = Attribution.of(stored(market, result, 20_000), new int[RandomMarket.DAYS], 1)
                .trips();

        assertThat(told.trips())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("invested", "profit")
                .containsExactlyElementsOf(RoundTrips.of(result).trips());
    }

    private static double sum(RoundTrips trips) {
        return trips.trips().stream().mapToDouble(RoundTrip::profit).sum();
    }
}

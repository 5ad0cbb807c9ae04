package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Market;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

/** From request to statistics: what must hold whatever the data and the terms. */
class WholeRunPropertyTest {

    private static final double CENT = 0.01;
    private static final double ROUNDING = 1e-9;
    private static final int LAST = RandomRun.DAYS - 1;

    @Property(tries = 150)
    void laterDataChangesNothingEarlier(
            @ForAll long seed, @ForAll ShareRule shares, @ForAll @IntRange(min = 1, max = RandomRun.DAYS) int known)
            throws JobCancelled {
        RandomRun run = new RandomRun(seed, shares);
        Result all = RandomRun.run(run.source(), run.request(LAST));
        Result head = RandomRun.run(run.sourceUntil(known), run.request(known - 1));
        assertThat(head.equity().equity())
                .containsExactly(Arrays.copyOf(all.equity().equity(), known));
        assertThat(head.equity().cash())
                .containsExactly(Arrays.copyOf(all.equity().cash(), known));
        LocalDate end = head.equity().dates().get(known - 1);
        assertThat(head.trades())
                .isEqualTo(all.trades().stream()
                        .filter(trade -> !trade.date().isAfter(end))
                        .toList());
    }

    @Property(tries = 150)
    void theOrderOfTickersChangesNothing(@ForAll long seed, @ForAll ShareRule shares) throws JobCancelled {
        RandomRun run = new RandomRun(seed, shares);
        Result one = RandomRun.run(run.source(), run.request(LAST));
        Result other = RandomRun.run(run.reversedSource(), run.request(LAST));
        assertSameEquity(one, other);
        assertThat(bought(other, run)).isEqualTo(bought(one, null));
    }

    /** Whole shares would be rounded differently. */
    @Property(tries = 150)
    void splittingAStockChangesNoEquity(
            @ForAll long seed,
            @ForAll @IntRange(max = 2) int asset,
            @ForAll @IntRange(min = 1, max = LAST) int day,
            @ForAll @DoubleRange(min = 0.1, max = 20) double ratio)
            throws JobCancelled {
        Result one = RandomRun.run(
                new RandomRun(seed, ShareRule.FRACTIONAL).source(),
                new RandomRun(seed, ShareRule.FRACTIONAL).request(LAST));
        RandomRun split = new RandomRun(seed, ShareRule.FRACTIONAL).split(asset, day, ratio);
        assertSameEquity(one, RandomRun.run(split.source(), split.request(LAST)));
    }

    /** An order waits on the day, which has no price. */
    @Example
    void splittingAStockThatDoesNotTradeOnTheDayChangesNoEquity() throws JobCancelled {
        splittingAStockChangesNoEquity(-109, 0, 8, 0.21);
    }

    @Property(tries = 150)
    void cashFlowsExplainEquityToTheCent(@ForAll long seed, @ForAll ShareRule shares) throws JobCancelled {
        RandomRun run = new RandomRun(seed, shares);
        Result result = RandomRun.run(run.source(), run.request(LAST));
        assertThat(result.trades()).isNotEmpty();
        Map<LocalDate, Double> moved = new TreeMap<>();
        for (CashFlow flow : result.flows()) {
            moved.merge(flow.date(), flow.amount(), Double::sum);
        }
        for (Trade trade : result.trades()) {
            double signed = trade.side() == Side.BUY ? -trade.notional() : trade.notional();
            moved.merge(trade.date(), signed - trade.commission() - trade.tax(), Double::sum);
        }
        double cash = 1_000_000;
        List<LocalDate> dates = result.equity().dates();
        for (int day = 0; day < dates.size(); day++) {
            cash += moved.getOrDefault(dates.get(day), 0.0);
            assertThat(result.equity().cash()[day]).isCloseTo(cash, within(CENT));
        }
        assertThat(cash + heldAtTheEnd(run, result)).isCloseTo(result.summary().finalEquity(), within(CENT));
    }

    private static double heldAtTheEnd(RandomRun run, Result result) {
        double equity = result.summary().finalEquity();
        LocalDate end = result.equity().dates().get(LAST);
        return new HoldingsReplay(run.source().load(new PanelQuery(1, Market.US, List.of(), null)))
                .at(end, result.trades(), result.flows(), 1, equity).stream()
                        .mapToDouble(Holding::marketValue)
                        .sum();
    }

    private static void assertSameEquity(Result one, Result other) {
        double[] expected = one.equity().equity();
        double[] actual = other.equity().equity();
        assertThat(actual).hasSameSizeAs(expected);
        for (int day = 0; day < expected.length; day++) {
            assertThat(actual[day] / expected[day]).as("day %d", day).isCloseTo(1, within(ROUNDING));
        }
    }

    /** @param names whose tickers stand for their opposite, null for those that stand for themselves */
    private static Map<String, Long> bought(Result result, RandomRun names) {
        Map<String, Long> counts = new TreeMap<>();
        for (Trade trade : result.trades()) {
            String ticker = names == null ? trade.ticker() : names.opposite(trade.ticker());
            counts.merge(trade.date() + " " + trade.side() + " " + ticker, 1L, Long::sum);
        }
        return counts;
    }
}

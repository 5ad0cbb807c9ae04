package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

class HoldingsReplayTest {

    private static final double NONE = Double.NaN;
    /** A Thursday; the panel's days are Thursday, Friday, Monday and Tuesday. */
    private static final LocalDate THURSDAY = LocalDate.of(2020, 1, 2);

    private static final LocalDate MONDAY = LocalDate.of(2020, 1, 6);

    private static List<Holding> held(List<CashFlow> flows, List<CorporateAction> actions, int day, double... closes) {
        Trade bought = new Trade(THURSDAY, THURSDAY, "A", Side.BUY, 10, closes[0], 5, 0, 0);
        return held(List.of(bought), flows, actions, day, closes);
    }

    private static List<Holding> held(
            List<Trade> trades, List<CashFlow> flows, List<CorporateAction> actions, int day, double... closes) {
        Panel prices = Fixtures.panel(Market.US, Fixtures.weekdays(THURSDAY, closes.length), List.of("A"), closes);
        List<Instrument> instruments = List.of(Instrument.unknownStock(Market.US, "A", "XNYS", "USD"));
        MarketPanel market = new MarketPanel(prices, instruments, actions, "d".repeat(64), 1);
        return new HoldingsReplay(market).at(prices.date(day), trades, flows, 2, 4000);
    }

    private static CashFlow flow(CashFlow.Kind kind, LocalDate date, double after) {
        return new CashFlow(date, "A", kind, "USD", 0, after);
    }

    private static Trade trade(Side side, double shares, double price) {
        return new Trade(THURSDAY, THURSDAY, "A", side, shares, price, 0, 0, 0);
    }

    @Test
    void valuesAreInTheAccountsCurrency() {
        Holding holding = held(List.of(), List.of(), 1, 100, 120).get(0);
        assertThat(holding.price()).isEqualTo(120);
        assertThat(holding.marketValue()).isEqualTo(2400);
        assertThat(holding.weight()).isEqualTo(0.6);
        assertThat(holding.costBasis()).isEqualTo(100.5);
        assertThat(holding.unrealizedPnl()).isEqualTo(390);
    }

    @Test
    void sharesFollowTheStoredSplit() {
        List<CashFlow> flows = List.of(flow(CashFlow.Kind.SPLIT, MONDAY, 20));
        assertThat(held(flows, List.of(), 1, 100, 100, 50, 50).get(0).shares()).isEqualTo(10);
        assertThat(held(flows, List.of(), 2, 100, 100, 50, 50).get(0).shares()).isEqualTo(20);
    }

    @Test
    void suspendedShareKeepsItsValueThroughASplit() {
        List<CorporateAction> actions =
                List.of(new CorporateAction(Market.US, "A", MONDAY, CorporateAction.Kind.SPLIT, 2));
        List<CashFlow> flows = List.of(flow(CashFlow.Kind.SPLIT, MONDAY, 20));
        Holding holding = held(flows, actions, 3, 100, 120, NONE, NONE).get(0);
        assertThat(holding.shares()).isEqualTo(20);
        assertThat(holding.price()).isEqualTo(60);
    }

    @Test
    void delistedShareIsGone() {
        List<CashFlow> flows = List.of(
                flow(CashFlow.Kind.DIVIDEND, THURSDAY.plusDays(1), 10), flow(CashFlow.Kind.DELISTING, MONDAY, 0));
        assertThat(held(flows, List.of(), 1, 100, 100, NONE)).hasSize(1);
        assertThat(held(flows, List.of(), 2, 100, 100, NONE)).isEmpty();
    }

    @Test
    void shortPositionsAreNegative() {
        List<Trade> trades = List.of(trade(Side.SELL, 10, 100), trade(Side.BUY, 4, 90));
        Holding holding = held(trades, List.of(), List.of(), 1, 100, 80).get(0);
        assertThat(holding.shares()).isEqualTo(-6);
        assertThat(holding.costBasis()).isEqualTo(100);
        assertThat(holding.marketValue()).isEqualTo(-960);
        assertThat(holding.unrealizedPnl()).isEqualTo(240);
    }
}

package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

class HoldingsReplayTest {

    private static final double NONE = Double.NaN;
    /** A Thursday; the panel's days are Thursday, Friday, Monday and Tuesday. */
    private static final LocalDate THURSDAY = LocalDate.of(2020, 1, 2);

    private static final LocalDate SUNDAY = LocalDate.of(2020, 1, 5);

    private static List<Holding> held(
            @Nullable LocalDate delisted, List<CorporateAction> actions, int day, double... closes) {
        Panel prices = Fixtures.panel(Market.US, Fixtures.weekdays(THURSDAY, closes.length), List.of("A"), closes);
        Instrument instrument =
                new Instrument(Market.US, "A", "XNYS", "A", AssetType.STOCK, null, "USD", null, delisted, false);
        MarketPanel market = new MarketPanel(prices, List.of(instrument), actions, "d".repeat(64), 1);
        Trade bought = new Trade(THURSDAY, THURSDAY, "A", Side.BUY, 10, closes[0], 0, 0, 0);
        return new HoldingsReplay(market, ShareRule.FRACTIONAL).at(prices.date(day), List.of(bought), 1000);
    }

    private static CorporateAction split(LocalDate exDate) {
        return new CorporateAction(Market.US, "A", exDate, CorporateAction.Kind.SPLIT, 2);
    }

    @Test
    void splitOfAWeekendCountsFromMonday() {
        List<CorporateAction> actions = List.of(split(SUNDAY));
        assertThat(held(null, actions, 1, 100, 100, 50, 50).get(0).shares()).isEqualTo(10);
        assertThat(held(null, actions, 2, 100, 100, 50, 50).get(0).shares()).isEqualTo(20);
    }

    @Test
    void suspendedShareKeepsItsValueThroughASplit() {
        Holding holding =
                held(null, List.of(split(SUNDAY)), 3, 100, 120, NONE, NONE).get(0);
        assertThat(holding.shares()).isEqualTo(20);
        assertThat(holding.price()).isEqualTo(60);
        assertThat(holding.marketValue()).isEqualTo(1200);
    }

    @Test
    void delistedShareIsHeldWhileItStillHasPrices() {
        LocalDate friday = THURSDAY.plusDays(1);
        assertThat(held(friday, List.of(), 2, 100, 100, 90, NONE)).hasSize(1);
        assertThat(held(friday, List.of(), 3, 100, 100, 90, NONE)).isEmpty();
    }

    @Test
    void statedDelistingEndsTheHoldingAfterItsDay() {
        CorporateAction delisting =
                new CorporateAction(Market.US, "A", THURSDAY.plusDays(1), CorporateAction.Kind.DELISTING, 5);
        assertThat(held(null, List.of(delisting), 1, 100, 100, NONE)).hasSize(1);
        assertThat(held(null, List.of(delisting), 2, 100, 100, NONE)).isEmpty();
    }
}

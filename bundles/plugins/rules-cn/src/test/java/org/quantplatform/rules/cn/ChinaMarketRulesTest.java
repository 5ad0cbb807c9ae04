package org.quantplatform.rules.cn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.PriceLimit.Range;
import org.quantplatform.model.TradingDay.Session;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.model.TradingRule;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.testkit.MarketRulesContract;

class ChinaMarketRulesTest extends MarketRulesContract {

    private static final MarketRules RULES = new ChinaMarketRules();

    @Override
    protected MarketRules rules() {
        return RULES;
    }

    /** Rounded half up to the cent: 4.35 times 1.1 is 4.785. */
    @ParameterizedTest
    @CsvSource({
        "600000, 2024-06-14, 4.35, 3.92, 4.79", "600000, 2024-06-14, 10, 9, 11", "300001, 2020-08-21, 10, 9, 11",
        "300001, 2020-08-24, 10, 8, 12", "688001, 2024-06-14, 10, 8, 12", "SZ300001, 2024-06-14, 10, 8, 12",
        "830799, 2021-11-15, 10, 7, 13"
    })
    void limitsTheDayByBoard(String ticker, String date, double base, double low, double high) {
        TradingRule rule = rule(ticker, date);
        assertThat(rule.limit().around(base, rule.ticks())).isEqualTo(new Range(low, high));
        assertThat(rule.limit().lessDividends()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "600000, 2024-06-14, 100, 1",
        "688001, 2024-06-14, 1, 200",
        "830799, 2024-06-14, 1, 100",
        "300001, 2024-06-14, 100, 1"
    })
    void tradesInLots(String ticker, String date, double lot, double least) {
        assertThat(rule(ticker, date).lots().at(10)).isEqualTo(lot);
        assertThat(rule(ticker, date).leastShares()).isEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({
        "600000, 2023-04-07, 1",
        "600000, 2023-04-10, 5",
        "300001, 2020-08-21, 1",
        "300001, 2020-08-24, 5",
        "688001, 2019-07-22, 5",
        "830799, 2024-06-14, 1"
    })
    void leavesNewListingsFree(String ticker, String date, int sessions) {
        assertThat(rule(ticker, date).freeSessions()).isEqualTo(sessions);
    }

    @Test
    void sellsOnTheNextDayAndSettlesThen() {
        assertThat(rule("600000", "2024-06-14").sameDaySales()).isFalse();
        assertThat(rule("600000", "2024-06-14").shortSales()).isFalse();
        assertThat(rules().settlementDays(LocalDate.of(2024, 6, 14))).isEqualTo(1);
    }

    @Test
    void tradesFundsInTenthsOfACent() {
        Listing fund = new Listing("510300", "XSHG", AssetType.ETF);
        assertThat(rules().rule(fund, LocalDate.of(2024, 6, 14)).ticks().at(4)).isEqualTo(0.001);
    }

    @Test
    void pausesForLunch() {
        assertThat(rules().day(LocalDate.of(2024, 2, 19)).sessions())
                .containsExactly(
                        new Session(Session.REGULAR, LocalTime.of(9, 30), LocalTime.of(11, 30)),
                        new Session(Session.REGULAR, LocalTime.of(13, 0), LocalTime.of(15, 0)));
        assertThat(rules().day(LocalDate.of(2024, 2, 9)).state()).isEqualTo(State.CLOSED);
        assertThat(rules().day(LocalDate.of(2024, 2, 18)).state()).isEqualTo(State.CLOSED);
    }
}

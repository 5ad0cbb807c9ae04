package org.quantplatform.rules.us;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.model.PriceLimit.Range;
import org.quantplatform.model.TradingDay.Session;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.model.TradingRule;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.testkit.MarketRulesContract;

class UnitedStatesMarketRulesTest extends MarketRulesContract {

    private static final MarketRules RULES = new UnitedStatesMarketRules();

    @Override
    protected MarketRules rules() {
        return RULES;
    }

    @ParameterizedTest
    @CsvSource({"2017-09-01, 3", "2017-09-05, 2", "2024-05-24, 2", "2024-05-28, 1"})
    void settlesFasterOverTime(LocalDate traded, int days) {
        assertThat(rules().settlementDays(traded)).isEqualTo(days);
    }

    @Test
    void tradesSingleSharesAtCents() {
        TradingRule rule = rule("A", "2024-06-14");
        assertThat(rule.lots().at(1e6)).isEqualTo(1);
        assertThat(rule.ticks().at(1)).isEqualTo(0.01);
        assertThat(rule.ticks().at(0.99)).isEqualTo(0.0001);
        assertThat(rule.limit().around(100, rule.ticks())).isEqualTo(Range.UNBOUNDED);
        assertThat(rule.sameDaySales()).isTrue();
        assertThat(rule.shortSales()).isTrue();
    }

    @Test
    void closesEarlyAfterThanksgiving() {
        assertThat(rules().day(LocalDate.of(2018, 11, 23)).sessions())
                .containsExactly(new Session(Session.REGULAR, LocalTime.of(9, 30), LocalTime.of(13, 0)));
        assertThat(rules().day(LocalDate.of(2018, 12, 5)).state()).isEqualTo(State.CLOSED);
        assertThat(rules().day(LocalDate.of(2018, 12, 6)).sessions())
                .extracting(Session::kind)
                .containsExactly("pre", Session.REGULAR, "post");
    }
}

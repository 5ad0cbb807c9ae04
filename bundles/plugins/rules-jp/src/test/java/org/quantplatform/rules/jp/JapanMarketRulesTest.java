package org.quantplatform.rules.jp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.model.PriceLimit.Range;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.model.TradingRule;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.testkit.MarketRulesContract;

class JapanMarketRulesTest extends MarketRulesContract {

    private static final MarketRules RULES = new JapanMarketRules();

    @Override
    protected MarketRules rules() {
        return RULES;
    }

    @ParameterizedTest
    @CsvSource({
        "99, 69, 129",
        "100, 50, 150",
        "999, 849, 1149",
        "1000, 700, 1300",
        "2999, 2499, 3495",
        "10000, 7000, 13000",
        "60000, 50000, 70000"
    })
    void limitsTheDayByAmounts(double base, double low, double high) {
        TradingRule rule = rule("7203", "2024-06-14");
        assertThat(rule.limit().around(base, rule.ticks())).isEqualTo(new Range(low, high));
    }

    @Test
    void tradesHundredSharesAndSaysSince() {
        assertThat(rule("7203", "2018-10-01").lots().at(5000)).isEqualTo(100);
        assertThat(rule("7203", "2018-10-01").notes()).isEmpty();
        assertThat(rule("7203", "2018-09-28").notes()).hasSize(1);
    }

    @Test
    void settlesFasterSince2019() {
        assertThat(rules().settlementDays(LocalDate.of(2019, 7, 12))).isEqualTo(3);
        assertThat(rules().settlementDays(LocalDate.of(2019, 7, 16))).isEqualTo(2);
    }

    @Test
    void closesLaterSince2024() {
        assertThat(rules().day(LocalDate.of(2024, 11, 1)).sessions().get(1).closes())
                .isEqualTo(LocalTime.of(15, 0));
        assertThat(rules().day(LocalDate.of(2024, 11, 5)).sessions().get(1).closes())
                .isEqualTo(LocalTime.of(15, 30));
        assertThat(rules().day(LocalDate.of(2020, 10, 1)).state()).isEqualTo(State.CLOSED);
    }
}

package org.quantplatform.rules.hk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.model.TradingDay.Session;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.testkit.MarketRulesContract;

class HongKongMarketRulesTest extends MarketRulesContract {

    private static final MarketRules RULES = new HongKongMarketRules();

    @Override
    protected MarketRules rules() {
        return RULES;
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-01, 0.24, 0.001", "2025-08-01, 0.25, 0.005", "2025-08-01, 5, 0.01", "2025-08-01, 15, 0.02",
        "2025-08-01, 30, 0.05", "2025-08-04, 15, 0.01", "2025-08-04, 30, 0.02", "2025-08-04, 60, 0.05",
        "2025-08-04, 150, 0.1"
    })
    void narrowedItsSpreadsIn2025(String date, double price, double tick) {
        assertThat(rule("0005", date).ticks().at(price)).isEqualTo(tick);
    }

    @Test
    void saysThatTheLotStandsIn() {
        assertThat(rule("0005", "2024-06-14").notes())
                .singleElement()
                .asString()
                .contains("100 shares stand in");
    }

    @Test
    void tradesHalfDaysAndAfterTyphoons() {
        assertThat(rules().day(LocalDate.of(2010, 12, 24)).sessions())
                .containsExactly(new Session(Session.REGULAR, LocalTime.of(10, 0), LocalTime.of(12, 30)));
        assertThat(rules().day(LocalDate.of(2023, 12, 25)).state()).isEqualTo(State.CLOSED);
    }
}

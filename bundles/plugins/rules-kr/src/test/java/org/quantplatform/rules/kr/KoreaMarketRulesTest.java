package org.quantplatform.rules.kr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.testkit.MarketRulesContract;

class KoreaMarketRulesTest extends MarketRulesContract {

    private static final MarketRules RULES = new KoreaMarketRules();

    @Override
    protected MarketRules rules() {
        return RULES;
    }

    private static double tick(String exchange, String date, double price) {
        Listing listing = new Listing("005930", exchange, AssetType.STOCK);
        return new KoreaMarketRules()
                .rule(listing, LocalDate.parse(date))
                .ticks()
                .at(price);
    }

    /** Price, then the tick since 2023-01-25, before that on the main board, before that on the second board. */
    @ParameterizedTest
    @CsvSource({
        "999, 1, 1, 1",
        "1000, 1, 5, 5",
        "1999, 1, 5, 5",
        "2000, 5, 5, 5",
        "4999, 5, 5, 5",
        "5000, 10, 10, 10",
        "10000, 10, 50, 50",
        "19999, 10, 50, 50",
        "20000, 50, 50, 50",
        "50000, 100, 100, 100",
        "99999, 100, 100, 100",
        "100000, 100, 500, 100",
        "200000, 500, 500, 100",
        "499999, 500, 500, 100",
        "500000, 1000, 1000, 100"
    })
    void changedItsTicksIn2023(double price, double now, double main, double second) {
        assertThat(tick("XKRX", "2023-01-25", price)).isEqualTo(now);
        assertThat(tick("XKOS", "2023-01-25", price)).isEqualTo(now);
        assertThat(tick("XKRX", "2023-01-24", price)).isEqualTo(main);
        assertThat(tick("XKOS", "2023-01-24", price)).isEqualTo(second);
    }

    /** The limit is cut off to ticks of the base price and then moved inwards to a tick of its own band. */
    @ParameterizedTest
    @CsvSource({
        "2015-06-12, 10000, 8500, 11500", "2015-06-15, 10000, 7000, 13000", "2024-06-14, 10050, 7040, 13060",
        "2024-06-14, 75000, 52500, 97500", "2024-06-14, 9990, 7000, 12980", "2024-06-14, 1995, 1397, 2590"
    })
    void limitsTheDay(String date, double base, double low, double high) {
        TradingRule rule = rule("005930", date);
        assertThat(rule.limit().around(base, rule.ticks())).isEqualTo(new Range(low, high));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-13, true",
        "2020-03-16, false",
        "2021-05-02, false",
        "2021-05-03, true",
        "2023-11-03, true",
        "2023-11-06, false",
        "2025-03-28, false",
        "2025-03-31, true"
    })
    void bannedShortSales(String date, boolean allowed) {
        assertThat(rule("005930", date).shortSales()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"2014-05-30, 49999, 10", "2014-05-30, 50000, 1", "2014-06-02, 49999, 1"})
    void tradesSingleSharesSince2014(String date, double price, double lot) {
        assertThat(rule("005930", date).lots().at(price)).isEqualTo(lot);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-07-29, 09:00, 15:00",
        "2016-08-01, 09:00, 15:30",
        "2020-01-02, 10:00, 15:30",
        "2025-11-13, 10:00, 16:30"
    })
    void opensAndCloses(LocalDate date, LocalTime opens, LocalTime closes) {
        assertThat(rules().day(date).sessions())
                .filteredOn(session -> session.kind().equals(Session.REGULAR))
                .containsExactly(new Session(Session.REGULAR, opens, closes));
    }

    @ParameterizedTest
    @CsvSource({"2019-05-30, 2019-06-03", "2024-12-27, 2025-01-02", "2025-12-29, 2026-01-02"})
    void settlesAfterTwoSessions(LocalDate traded, LocalDate settled) {
        assertThat(rules().settlementDays(traded)).isEqualTo(2);
        assertThat(rules().plusSessions(traded, 2)).isEqualTo(settled);
    }

    @Test
    void closesOnHolidays() {
        assertThat(rules().day(LocalDate.of(2026, 7, 17)).state()).isEqualTo(State.CLOSED);
        assertThat(rules().day(LocalDate.of(2026, 9, 28)).state()).isEqualTo(State.OPEN);
        assertThat(rules().day(LocalDate.of(2024, 12, 31)).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void doesNotGuessWhatIsBeforeItsRows() {
        assertThatThrownBy(() -> rule("005930", "2009-12-30"))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("rules are known from 2010-01-01");
    }
}

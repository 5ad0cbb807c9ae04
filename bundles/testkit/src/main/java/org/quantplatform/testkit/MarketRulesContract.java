package org.quantplatform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.PriceLimit;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.model.TradingRule;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;

/** What the rules of every market keep to from 2010 on. A market's test extends this and adds facts by date. */
public abstract class MarketRulesContract {

    private static final List<LocalDate> DAYS = LocalDate.of(2010, 1, 4)
            .datesUntil(LocalDate.of(2027, 6, 1), Period.ofDays(3))
            .toList();

    protected abstract MarketRules rules();

    protected final TradingRule rule(String ticker, String date) {
        return rules().rule(listing(ticker, AssetType.STOCK), LocalDate.parse(date));
    }

    private Listing listing(String ticker, AssetType type) {
        return new Listing(ticker, rules().market().exchange(), type);
    }

    @Test
    @DisplayName("1. names its market")
    void namesItsMarket() {
        assertThat(rules().market()).isEqualTo(rules().market()).isNotNull();
    }

    @Test
    @DisplayName("2. knows every day of its calendar, weekends closed")
    void knowsDays() {
        for (LocalDate date : DAYS) {
            TradingDay day = rules().day(date);
            assertThat(day.date()).isEqualTo(date);
            if (date.getDayOfWeek().getValue() > 5) {
                assertThat(day.state()).isEqualTo(State.CLOSED);
            }
            assertThat(day.sessions().isEmpty()).as("hours of %s", day).isEqualTo(day.state() != State.OPEN);
        }
    }

    @Test
    @DisplayName("3. says the same twice")
    void saysTheSameTwice() {
        for (LocalDate date : DAYS) {
            for (AssetType type : List.of(AssetType.STOCK, AssetType.ETF)) {
                TradingRule rule = rules().rule(listing("600000", type), date);
                assertThat(rule).isEqualTo(rules().rule(listing("600000", type), date));
                assertThat(rule.sources()).isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("4. has limits on both sides of the base price, on ticks")
    void hasSoundLimits() {
        for (LocalDate date : DAYS) {
            TradingRule rule = rules().rule(listing("600000", AssetType.STOCK), date);
            for (double base : new double[] {1, 9.99, 1234, 50_000, 987_000}) {
                PriceLimit.Range range = rule.limit().around(base, rule.ticks());
                assertThat(range.low()).isLessThanOrEqualTo(base).isNotNegative();
                assertThat(range.high()).isGreaterThanOrEqualTo(base);
            }
        }
    }

    @Test
    @DisplayName("5. settles trades on trading days")
    void settlesOnTradingDays() {
        for (LocalDate date : DAYS) {
            LocalDate settled = rules().plusSessions(date, rules().settlementDays(date));
            assertThat(settled).isAfterOrEqualTo(date);
            assertThat(rules().day(settled).state()).isNotEqualTo(State.CLOSED);
        }
    }
}

package org.quantplatform.catalog.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceLimit;
import org.quantplatform.model.PriceSteps;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.model.TradingRule;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;

class RulesProbeTest {

    private static class Plain implements MarketRules {

        @Override
        public Market market() {
            return Market.VN;
        }

        @Override
        public TradingDay day(LocalDate date) {
            return new TradingDay(date, State.UNKNOWN, List.of(), null);
        }

        @Override
        public TradingRule rule(Listing listing, LocalDate date) {
            PriceSteps hundred = PriceSteps.always(100);
            return new TradingRule(hundred, 1, hundred, PriceLimit.NONE, 0, true, true, List.of(), List.of());
        }

        @Override
        public int settlementDays(LocalDate traded) {
            return 2;
        }
    }

    @Test
    void admitsRulesThatSayWhatTheyDoNotKnow() {
        assertThatCode(() -> RulesProbe.run(new Plain())).doesNotThrowAnyException();
        assertThatCode(() -> RulesProbe.run(new Plain() {
                    @Override
                    public TradingRule rule(Listing listing, LocalDate date) {
                        throw new PluginException("not known for " + date);
                    }
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherDayThanTheOneAskedFor() {
        assertThatThrownBy(() -> RulesProbe.run(new Plain() {
                    @Override
                    public TradingDay day(LocalDate date) {
                        return super.day(date.plusDays(1));
                    }
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("for the day 1990-01-01");
    }

    @Test
    void refusesSettlementBeforeTheTrade() {
        assertThatThrownBy(() -> RulesProbe.run(new Plain() {
                    @Override
                    public int settlementDays(LocalDate traded) {
                        return -1;
                    }
                }))
                .hasMessageContaining("settles trades of 1990-01-01 after -1");
    }

    @Test
    void refusesWhatBreaks() {
        assertThatThrownBy(() -> RulesProbe.run(new Plain() {
                    @Override
                    public TradingRule rule(Listing listing, LocalDate date) {
                        throw new IllegalStateException("broken");
                    }
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("broken");
    }
}

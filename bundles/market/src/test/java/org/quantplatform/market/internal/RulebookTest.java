package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Market;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;

class RulebookTest {

    @TempDir
    private Path data;

    private Rulebook rulebook;

    @BeforeEach
    void open() throws IOException {
        rulebook = new Rulebook(new Desk(data).registry());
    }

    @Test
    void findsTheRulesOfAMarketByItsCode() {
        assertThat(rulebook.of(Market.KR).day(LocalDate.of(2026, 7, 17)).state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void knowsWeekendsOfAMarketWithoutAPlugin() {
        MarketRules rules = rulebook.of(Market.VN);
        assertThat(rules.day(LocalDate.of(2020, 1, 4)).state()).isEqualTo(State.CLOSED);
        assertThat(rules.day(LocalDate.of(2020, 1, 2)).state()).isEqualTo(State.UNKNOWN);
        assertThat(rules.plusSessions(LocalDate.of(2020, 1, 3), 1)).isEqualTo("2020-01-06");
        assertThatThrownBy(() -> rules.settlementDays(LocalDate.EPOCH)).isInstanceOf(PluginException.class);
        assertThatThrownBy(() -> rules.rule(new Listing("A", "XSTC", AssetType.STOCK), LocalDate.EPOCH))
                .hasMessage("no rules of market VN are installed");
    }

    @Test
    void agreesWithTheDaysOnWhichRealPricesExist() throws IOException {
        TreeSet<LocalDate> traded = RealData.requireTradingDays();
        assertThat(traded).hasSize(1259);
        MarketRules rules = rulebook.of(Market.US);
        TreeSet<LocalDate> open = new TreeSet<>();
        for (LocalDate day = traded.first(); !day.isAfter(traded.last()); day = day.plusDays(1)) {
            if (rules.day(day).state() == State.OPEN) {
                open.add(day);
            }
        }
        assertThat(open).isEqualTo(traded);
    }
}

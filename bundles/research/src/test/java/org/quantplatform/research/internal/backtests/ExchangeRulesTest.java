package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.rules.cn.ChinaMarketRules;
import org.quantplatform.rules.kr.KoreaMarketRules;
import org.quantplatform.spi.market.MarketRules;

class ExchangeRulesTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 6, 10);

    private static ExchangeRules rules(MarketRules rules, List<CorporateAction> actions, double... closes) {
        Market market = rules.market();
        int[] days = Fixtures.weekdays(MONDAY, closes.length);
        Panel panel = Fixtures.panel(market, days, List.of("600000"), closes);
        Instrument instrument = Instrument.unknownStock(market, "600000", market.exchange(), market.currency());
        return new ExchangeRules(rules, new MarketPanel(panel, List.of(instrument), actions, "", 1));
    }

    @Test
    void limitsFollowTheLastClose() {
        ExchangeRules rules = rules(new KoreaMarketRules(), List.of(), 10_000, 13_000, Double.NaN, 12_000);
        assertThat(rules.upLimit(0, 0)).isInfinite();
        assertThat(rules.upLimit(0, 1)).isEqualTo(13_000);
        assertThat(rules.downLimit(0, 1)).isEqualTo(7_000);
        assertThat(rules.upLimit(0, 3)).isEqualTo(rules.upLimit(0, 2)).isEqualTo(16_900);
        assertThat(rules.tick(0, 3, 19_990)).isEqualTo(10);
    }

    @Test
    void splitsChangeTheBaseAndDividendsWhereTheExchangeSaysSo() {
        List<CorporateAction> korean = List.of(
                new CorporateAction(Market.KR, "600000", MONDAY.plusDays(1), Kind.SPLIT, 2),
                new CorporateAction(Market.KR, "600000", MONDAY.plusDays(1), Kind.DIVIDEND, 500));
        assertThat(rules(new KoreaMarketRules(), korean, 10_000, 5_000).upLimit(0, 1))
                .isEqualTo(6_500);
        List<CorporateAction> chinese = List.of(
                new CorporateAction(Market.CN, "600000", MONDAY.plusDays(1), Kind.SPLIT, 2),
                new CorporateAction(Market.CN, "600000", MONDAY.plusDays(1), Kind.DIVIDEND, 1));
        assertThat(rules(new ChinaMarketRules(), chinese, 22, 10).upLimit(0, 1)).isEqualTo(11);
    }

    @Test
    void newListingsAreFree() {
        double missing = Double.NaN;
        ExchangeRules rules = rules(new ChinaMarketRules(), List.of(), missing, 10, 30, 50, 50, 50, 50);
        assertThat(rules.upLimit(0, 5)).isInfinite();
        assertThat(rules.upLimit(0, 6)).isEqualTo(55);
        assertThat(rules.lot(0, 6)).isEqualTo(100);
        assertThat(rules.sellsNextDay(0, 6)).isTrue();
        assertThat(rules.shorts(0, 6)).isFalse();
    }
}

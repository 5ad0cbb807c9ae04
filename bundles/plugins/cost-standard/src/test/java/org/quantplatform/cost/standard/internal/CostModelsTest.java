package org.quantplatform.cost.standard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Market;
import org.quantplatform.model.Side;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.cost.Costs;
import org.quantplatform.spi.cost.Fill;
import org.quantplatform.testkit.CostModelContract;

class CostModelsTest {

    private static final MarketCostModel.Params USUAL = new MarketCostModel.Params(-1);
    private static final LocalDate DAY = LocalDate.of(2024, 6, 14);

    private static Costs charged(Market market, String exchange, LocalDate date, LocalDate settles, String order) {
        String[] words = order.split(" ");
        Fill fill = new Fill(
                market,
                exchange,
                AssetType.STOCK,
                date,
                settles,
                Side.valueOf(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]));
        return new MarketCostModel().cost(fill, USUAL);
    }

    private static Costs charged(Market market, LocalDate date, String order) {
        return charged(market, market.exchange(), date, date, order);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05-29, 2019-05-31, 30000", "2019-05-30, 2019-06-03, 25000", "2020-12-29, 2021-01-04, 23000",
        "2022-12-28, 2023-01-02, 20000", "2023-12-28, 2024-01-03, 18000", "2024-12-26, 2024-12-30, 18000",
        "2024-12-27, 2025-01-02, 15000", "2025-12-26, 2025-12-30, 15000", "2025-12-29, 2026-01-02, 20000"
    })
    void taxesKoreanSalesByTheDayOfSettlement(LocalDate date, LocalDate settles, double tax) {
        assertThat(charged(Market.KR, "XKRX", date, settles, "SELL 100 100000").tax())
                .isEqualTo(tax);
        assertThat(charged(Market.KR, "XKOS", date, settles, "SELL 100 100000").tax())
                .isEqualTo(tax);
        assertThat(charged(Market.KR, "XKRX", date, settles, "BUY 100 100000").tax())
                .isZero();
    }

    @Test
    void cutsEachKoreanTaxOffAtTheWon() {
        // 0.03 % of 9,999 won is 2.9997, 0.15 % of it 14.9985.
        Costs costs = charged(Market.KR, DAY, "SELL 1 9999");
        assertThat(costs.tax()).isEqualTo(16);
        assertThat(charged(Market.KR, "XKOS", DAY, DAY, "SELL 1 9999").tax()).isEqualTo(17);
        assertThat(costs.commission()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-05-21, 23.22",
        "2018-05-22, 13.12",
        "2024-05-21, 8.17",
        "2024-05-22, 27.97",
        "2025-05-13, 27.97",
        "2025-05-14, 0.17",
        "2026-04-03, 0.20",
        "2026-04-04, 20.80"
    })
    void chargesAmericanSalesByTheDayOfTheTrade(LocalDate date, double fees) {
        assertThat(charged(Market.US, date, "SELL 1000 1000").tax()).isEqualTo(fees);
        assertThat(charged(Market.US, date, "BUY 1000 1000").tax()).isZero();
    }

    /** Dollars per million of proceeds, from the day on; the activity fee of one share rounds up to a cent. */
    @ParameterizedTest
    @CsvSource({
        "2010-01-15, 12.70", "2010-04-01, 16.90", "2011-01-21, 19.20", "2012-02-21, 18.00", "2012-04-01, 22.40",
        "2013-05-25, 17.40", "2014-03-18, 22.10", "2015-02-14, 18.40", "2016-02-16, 21.80", "2017-07-04, 23.10",
        "2018-05-22, 13.00", "2019-04-16, 20.70", "2020-02-18, 22.10", "2021-02-25, 5.10", "2022-05-14, 22.90",
        "2023-02-27, 8.00", "2024-05-22, 27.80", "2025-05-14, 0", "2026-04-04, 20.60"
    })
    void chargesTheFeeOfEveryPeriod(LocalDate from, double rate) {
        assertThat(charged(Market.US, from, "SELL 1 1000000").tax()).isCloseTo(rate + 0.01, within(1e-9));
        if (from.isAfter(LocalDate.of(2010, 1, 15))) {
            assertThat(charged(Market.US, from.minusDays(1), "SELL 1 1000000").tax())
                    .isNotCloseTo(rate + 0.01, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"2019-05-30, 2019-06-02, 30000", "2019-05-30, 2019-06-03, 10000", "2026-01-02, 2026-01-06, 10000"})
    void taxesTheSmallKoreanBoardByARateOfItsOwn(LocalDate date, LocalDate settles, double tax) {
        assertThat(charged(Market.KR, "XKON", date, settles, "SELL 100 100000").tax())
                .isEqualTo(tax);
    }

    @ParameterizedTest
    @CsvSource({"2021-12-31, 5.95", "2022-01-03, 6.49", "2023-01-03, 7.27", "2024-01-02, 8.30", "2026-01-02, 9.79"})
    void capsTheActivityFee(LocalDate date, double cap) {
        double rounded = charged(Market.US, date, "SELL 1000000 0.0001").tax();
        assertThat(rounded).isBetween(cap, cap + 0.011);
    }

    @ParameterizedTest
    @CsvSource({"BUY 100 50, 1.00", "BUY 1000 50, 5.00", "BUY 1000 0.5, 2.50", "SELL 10 1, 1.00"})
    void commissionsAmericanTradesPerShareWithinBounds(String order, double commission) {
        assertThat(charged(Market.US, DAY, order).commission()).isEqualTo(commission);
    }

    @ParameterizedTest
    @CsvSource({
        "XSHG, 2008-09-18, SELL, 100", "XSHG, 2008-09-18, BUY, 100", "XSHG, 2008-09-19, BUY, 0",
        "XSHG, 2015-07-31, SELL, 100", "XSHG, 2015-08-03, SELL, 102", "XSHE, 2015-08-03, SELL, 100",
        "XSHG, 2022-04-28, BUY, 2", "XSHG, 2022-04-29, BUY, 1", "XSHE, 2022-04-29, BUY, 1",
        "XSHG, 2023-08-25, SELL, 101", "XSHG, 2023-08-28, SELL, 51"
    })
    void chargesChineseTradesByTheDayOfTheTrade(String exchange, LocalDate date, Side side, double tax) {
        assertThat(charged(Market.CN, exchange, date, date, side + " 1000 100").tax())
                .isEqualTo(tax);
    }

    @Test
    void takesTheLeastCommissionOfChina() {
        assertThat(charged(Market.CN, DAY, "BUY 100 10").commission()).isEqualTo(5);
        assertThat(charged(Market.CN, DAY, "BUY 1000 100").commission()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-07-30, 109.70",
        "2021-08-02, 139.70",
        "2022-01-03, 139.85",
        "2023-01-03, 140.50",
        "2023-11-16, 140.50",
        "2023-11-17, 110.50",
        "2025-06-30, 112.70"
    })
    void chargesBothSidesInHongKong(LocalDate date, double fees) {
        for (Side side : Side.values()) {
            assertThat(charged(Market.HK, date, side + " 1000 100").tax()).isEqualTo(fees);
        }
    }

    @Test
    void roundsTheStampDutyOfHongKongUp() {
        assertThat(charged(Market.HK, DAY, "BUY 1 1").tax()).isEqualTo(3);
    }

    @Test
    void taxesNothingInJapan() {
        assertThat(charged(Market.JP, DAY, "SELL 100 1234")).isEqualTo(new Costs(123, 0));
    }

    @Test
    void exemptsFundsFromTaxesOnShares() {
        for (Market market : new Market[] {Market.KR, Market.CN}) {
            Fill fill = new Fill(market, market.exchange(), AssetType.ETF, DAY, DAY, Side.SELL, 100, 100);
            assertThat(new MarketCostModel().cost(fill, USUAL).tax()).isZero();
        }
    }

    @Test
    void takesTheBrokersOwnCommission() {
        for (Market market : new MarketCostModel().markets()) {
            Fill fill = new Fill(market, market.exchange(), AssetType.STOCK, DAY, DAY, Side.BUY, 100, 100);
            assertThat(new MarketCostModel()
                            .cost(fill, new MarketCostModel.Params(10))
                            .commission())
                    .isEqualTo(10);
        }
    }

    @Test
    void refusesDaysAndMarketsWithoutRules() {
        assertThatThrownBy(() -> charged(Market.US, LocalDate.of(2009, 1, 5), "SELL 1 1"))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("before 2010-01-15 is not known");
        assertThatThrownBy(() -> charged(Market.VN, DAY, "SELL 1 1")).isInstanceOf(PluginException.class);
    }

    @Test
    void chargesBasisPointsUnrounded() {
        Fill fill = new Fill(Market.VN, "XSTC", AssetType.STOCK, DAY, DAY, Side.SELL, 1.5, 3.3);
        assertThat(new BpsCostModel().cost(fill, new BpsCostModel.Params(10)))
                .isEqualTo(new Costs(1.5 * 3.3 * 10 / 1e4, 0));
    }

    @Nested
    class Bps extends CostModelContract<BpsCostModel.Params> {
        @Override
        protected CostModel<BpsCostModel.Params> model() {
            return new BpsCostModel();
        }
    }

    @Nested
    class OfTheMarket extends CostModelContract<MarketCostModel.Params> {
        @Override
        protected CostModel<MarketCostModel.Params> model() {
            return new MarketCostModel();
        }
    }
}

package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quantplatform.engine.sim.Scenario.NONE;
import static org.quantplatform.engine.sim.Scenario.bar;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Order;
import org.quantplatform.model.Side;

class MarketFrictionTest {

    /** Rules that are all off, to be switched on one by one. */
    private static class Rules implements TradingRules {

        @Override
        public double lot(int asset, int day) {
            return 1;
        }
    }

    @Test
    void volumeShareIsQuadraticInParticipation() {
        Scenario scenario = Scenario.of("A", 10, 10, 10).volumes(500, 500, 500);
        SimulationResult result =
                scenario.slippage(Slippage.volumeShare(scenario.panel(), 0.1)).buyOnce(0.5);

        // 50 shares of 500 shrink a little, because the price that they pay is higher
        double shares = result.trades().shares(0);
        assertThat(shares).isEqualTo(50);
        assertThat(result.trades().price(0)).isCloseTo(10 * (1 + 0.1 * 0.1 * 0.1), within(1e-12));
        assertThat(result.trades().slippage(0)).isCloseTo(50 * 10 * 0.001, within(1e-12));
    }

    @Test
    void theSquareRootLawUsesEarlierBarsOnly() {
        double[] closes = {10, 11, 10, 11, 10, 11, 10, 11, 50, 50};
        double[] volumes = {400, 400, 400, 400, 400, 400, 400, 400, 9e9, 9e9};
        Scenario scenario = Scenario.of("A", closes).volumes(volumes);
        Slippage model = Slippage.squareRoot(scenario.panel(), 0.8);

        double mean = (4 * 0.1 + 3 * (10.0 / 11 - 1)) / 7;
        double squares = 4 * Math.pow(0.1 - mean, 2) + 3 * Math.pow(10.0 / 11 - 1 - mean, 2);
        double sigma = Math.sqrt(squares / 6);
        assertThat(model.fraction(0, 8, 100)).isCloseTo(0.8 * sigma * Math.sqrt(100.0 / 400), within(1e-12));
        assertThat(model.fraction(0, 3, 100)).as("too little is known").isNaN();
    }

    @Test
    void impactIsBounded() {
        Scenario scenario = Scenario.of("A", 10, 10).volumes(1, 0);
        Slippage model = Slippage.volumeShare(scenario.panel(), 1);
        assertThat(model.fraction(0, 0, 1e9)).isEqualTo(Slippage.MOST);
        assertThat(model.fraction(0, 1, 1)).isNaN();
        assertThatThrownBy(() -> Slippage.volumeShare(scenario.panel(), Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheVolumeDoesNotGiveIsCancelled() {
        SimulationResult result = Scenario.of("A", 10, 10, 10, 10)
                .volumes(100, 100, 100, 100)
                .liquidity(0.1, false)
                .buyOnce(0.5);

        assertThat(result.trades().size()).isEqualTo(1);
        assertThat(result.finalShares()).containsExactly(10);
    }

    @Test
    void whatTheVolumeDoesNotGiveIsCarriedUntilTheNextDecision() {
        Scenario scenario = Scenario.of("A", 10, 10, 10, 10, 10, 10)
                .volumes(100, 100, 100, 100, 1e6, 1e6)
                .liquidity(0.1, true);
        assertThat(scenario.buyOnce(0.35).finalShares()).containsExactly(35);
        SimulationResult changed = scenario.run((day, weights, targets) -> {
            targets[0] = day == 0 ? 0.5 : 0.15;
            return day == 0 || day == 2;
        });
        assertThat(changed.finalShares()).containsExactly(15);
        assertThat(changed.trades().size()).isEqualTo(2 + 1 - 1 + 1);
    }

    @Test
    void carriedSharesFollowASplit() {
        SimulationResult result = Scenario.of("A", 10, 10, 5, 5, 5, 5)
                .volumes(100, 100, 200, 200, 200, 200)
                .liquidity(0.1, true)
                .action("A", 2, Kind.SPLIT, 2)
                .buyOnce(0.3);

        assertThat(result.finalShares()).containsExactly(60);
    }

    @Test
    void carriedOrdersOutliveASuspension() {
        SimulationResult result = Scenario.of("A", 10, NONE, NONE, 12, 12)
                .volumes(1e6, 0, 0, 1e6, 1e6)
                .liquidity(1, true)
                .buyOnce(0.5);

        assertThat(result.trades().day(0)).isEqualTo(3);
        assertThat(result.finalShares()).containsExactly(50);
    }

    @Test
    void withoutVolumeNothingIsFilledWhereRulesSaySo() {
        Rules rules = new Rules() {
            @Override
            public boolean needsVolume() {
                return true;
            }
        };
        SimulationResult result =
                Scenario.of("A", 10, 10, 10).volumes(100, 0, 100).rules(rules).buyOnce(1);
        assertThat(result.trades().size()).isZero();
    }

    @Test
    void pricesGoToTheNextTickAgainstTheTrader() {
        Rules rules = new Rules() {
            @Override
            public double tick(int asset, int day, double price) {
                return 0.05;
            }
        };
        SimulationResult result = Scenario.of("A", 10, 10.02, 10.02)
                .rules(rules)
                .run((day, weights, targets) -> {
                    targets[0] = day == 0 ? 0.5 : 0;
                    return true;
                });
        assertThat(result.trades().price(0)).isCloseTo(10.05, within(1e-12));
        assertThat(result.trades().price(1)).isCloseTo(10.00, within(1e-12));
        assertThat(result.trades().slippage(0)).isCloseTo(result.trades().shares(0) * 0.03, within(1e-9));
    }

    @Test
    void nothingIsBoughtAtTheUpLimitNorSoldAtTheDownLimit() {
        Rules rules = new Rules() {
            @Override
            public double upLimit(int asset, int day) {
                return day == 1 ? 11 : 99;
            }

            @Override
            public double downLimit(int asset, int day) {
                return day == 4 ? 9 : 1;
            }
        };
        SimulationResult result = Scenario.of("A", 10, 11, 10, 10, 9, 8)
                .rules(rules)
                .run((day, weights, targets) -> {
                    targets[0] = day < 3 ? 0.5 : 0;
                    return day != 2;
                });
        assertThat(result.trades().day(0)).isEqualTo(2);
        assertThat(result.trades().side(1)).isEqualTo(Side.SELL);
        assertThat(result.trades().day(1)).isEqualTo(5);
    }

    @Test
    void sharesBoughtTodayAreSoldTomorrow() {
        Rules rules = new Rules() {
            @Override
            public boolean sellsNextDay(int asset, int day) {
                return true;
            }
        };
        double[] flat = bar(10, 10, 10, 10);
        double[] falls = bar(10, 10, 8, 8);
        Map<Integer, List<Order>> orders =
                Map.of(0, List.of(Order.shares(10), Order.shares(-10).stop(9).untilCancelled()));
        SimulationResult free = Scenario.bars(flat, falls, flat, falls).orders(orders);
        SimulationResult ruled =
                Scenario.bars(flat, falls, flat, falls).rules(rules).orders(orders);
        assertThat(free.trades().day(1)).isEqualTo(1);
        assertThat(ruled.trades().day(1)).isEqualTo(3);
    }

    @Test
    void anOrderOfLessThanTheLeastIsNotPlaced() {
        Rules rules = new Rules() {
            @Override
            public double least(int asset, int day) {
                return 200;
            }
        };
        Scenario scenario = Scenario.of("A", 1, 1, 1, 1).whole(1).rules(rules);
        assertThat(scenario.buyOnce(0.199).trades().size()).isZero();
        assertThat(scenario.buyOnce(0.201).finalShares()).containsExactly(201);

        SimulationResult reduced = scenario.run((day, current, targets) -> {
            targets[0] = day == 0 ? 0.5 : day == 1 ? 0.4 : 0;
            return day < 3;
        });
        assertThat(reduced.trades().size()).as("a part that is too small stays").isEqualTo(2);
        assertThat(reduced.trades().sharesAfter(1)).isZero();
    }

    @Test
    void aBanOfShortSalesLetsLongPositionsGo() {
        Rules rules = new Rules() {
            @Override
            public boolean shorts(int asset, int day) {
                return day != 2;
            }
        };
        Financing shorts = new Financing(0, 0, 0, 365, true, 1, 0.5, 0.25);
        SimulationResult result = Scenario.of("A", 10, 10, 10, 10)
                .financing(shorts)
                .rules(rules)
                .run((day, current, targets) -> {
                    targets[0] = day == 0 ? 0.5 : -0.5;
                    return true;
                });
        assertThat(result.trades().sharesAfter(0)).isEqualTo(50);
        assertThat(result.trades().day(1)).isEqualTo(2);
        assertThat(result.trades().sharesAfter(1)).isZero();
        assertThat(result.trades().day(2)).isEqualTo(3);
        assertThat(result.trades().sharesAfter(2)).isEqualTo(-50);
    }

    @Test
    void aLimitInSinglePrecisionIsALimit() {
        Rules rules = new Rules() {
            @Override
            public double upLimit(int asset, int day) {
                return 4.79;
            }
        };
        assertThat(Scenario.of("A", 4.35, (float) 4.79, 4.5)
                        .rules(rules)
                        .buyOnce(0.5)
                        .trades()
                        .size())
                .isZero();
    }

    @Test
    void anOddRestIsSoldWithTheLastLotOnly() {
        Lots lots = new Lots(org.quantplatform.model.ShareRule.WHOLE, (asset, day) -> 100);
        assertThat(lots.sale(0, 0, 350, 350)).isEqualTo(350);
        assertThat(lots.sale(0, 0, 350, 349)).isEqualTo(300);
        assertThat(lots.sale(0, 0, 350, 250)).isEqualTo(250);
        assertThat(lots.sale(0, 0, 350, 120)).isEqualTo(100);
        assertThat(lots.sale(0, 0, 350, 60)).isEqualTo(50);
        assertThat(lots.sale(0, 0, 350, 30)).isZero();
    }

    @Test
    void buysAreWholeLotsBesideAnOddRest() {
        SimulationResult result = Scenario.of("A", 10, 10, 6, 6, 6)
                .capital(100_000)
                .whole(100)
                .action("A", 2, Kind.SPLIT, 1.5)
                .run((day, weights, targets) -> {
                    targets[0] = day == 0 ? 0.1 : 0.5;
                    return day == 0 || day == 2;
                });
        // 100 shares become 150; buys are hundreds
        assertThat(result.trades().shares(0)).isEqualTo(1000);
        assertThat(result.trades().shares(1) % 100).isZero();
    }

    @Test
    void dividendsAreTaxedAtTheSource() {
        SimulationResult result = Scenario.of("A", 10, 10, 9, 9)
                .action("A", 2, Kind.DIVIDEND, 1)
                .withholding(0.15)
                .buyOnce(0.5);

        assertThat(result.cash()[2]).isCloseTo(500 + 50 * 0.85, within(1e-12));
        assertThat(result.flows().total(CashFlow.Kind.DIVIDEND)).isEqualTo(50);
        assertThat(result.flows().total(CashFlow.Kind.WITHHOLDING)).isCloseTo(-7.5, within(1e-12));
    }
}

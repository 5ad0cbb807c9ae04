package org.quantplatform.factor.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class ValueFactorsTest {

    @Nested
    class EarningsToPrice extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected EarningsToPriceFactor factor() {
            return new EarningsToPriceFactor();
        }
    }

    @Nested
    class BookToPrice extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected BookToPriceFactor factor() {
            return new BookToPriceFactor();
        }
    }

    @Nested
    class EbitdaToEnterpriseValue extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected EbitdaToEnterpriseValueFactor factor() {
            return new EbitdaToEnterpriseValueFactor();
        }
    }

    @Nested
    class DividendYield extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected DividendYieldFactor factor() {
            return new DividendYieldFactor();
        }
    }

    @Nested
    class FreeCashFlowYield extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected FreeCashFlowYieldFactor factor() {
            return new FreeCashFlowYieldFactor();
        }
    }

    @Nested
    class SalesToPrice extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected SalesToPriceFactor factor() {
            return new SalesToPriceFactor();
        }
    }

    @Test
    void earnings() {
        assertThat(score(new EarningsToPriceFactor(), Map.of("net_income_ttm", 5.0, "market_cap", 80.0)))
                .isCloseTo(0.0625, within(1e-12));
        assertThat(score(new EarningsToPriceFactor(), Map.of("net_income_ttm", -5.0, "market_cap", 80.0)))
                .isCloseTo(-0.0625, within(1e-12));
        assertThat(score(new EarningsToPriceFactor(), Map.of("net_income_ttm", 5.0, "market_cap", 0.0)))
                .isNaN();
    }

    @Test
    void book() {
        assertThat(score(new BookToPriceFactor(), Map.of("book_value", 40.0, "market_cap", 80.0)))
                .isCloseTo(0.5, within(1e-12));
        assertThat(score(new BookToPriceFactor(), Map.of("book_value", -40.0, "market_cap", 80.0)))
                .isNaN();
    }

    @Test
    void enterpriseValueAddsDebtAndTakesCashOff() {
        assertThat(score(
                        new EbitdaToEnterpriseValueFactor(),
                        Map.of("ebitda_ttm", 10.0, "market_cap", 80.0, "total_debt", 40.0, "cash", 20.0)))
                .isCloseTo(0.1, within(1e-12));
        assertThat(score(
                        new EbitdaToEnterpriseValueFactor(),
                        Map.of("ebitda_ttm", 10.0, "market_cap", 80.0, "total_debt", 0.0, "cash", 80.0)))
                .isNaN();
    }

    @Test
    void dividendsPerShareOverThePriceOfAShare() {
        // 0.6 a share, a share costs 80 / 4 = 20
        assertThat(score(
                        new DividendYieldFactor(),
                        Map.of("dividends_per_share_ttm", 0.6, "shares_outstanding", 4.0, "market_cap", 80.0)))
                .isCloseTo(0.03, within(1e-12));
    }

    @Test
    void cashFlow() {
        assertThat(score(new FreeCashFlowYieldFactor(), Map.of("free_cash_flow_ttm", -8.0, "market_cap", 80.0)))
                .isCloseTo(-0.1, within(1e-12));
    }

    @Test
    void sales() {
        assertThat(score(new SalesToPriceFactor(), Map.of("revenue_ttm", 120.0, "market_cap", 80.0)))
                .isCloseTo(1.5, within(1e-12));
    }

    private static double score(AccountFactor factor, Map<String, Double> day) {
        ScoreMatrix scores = new ScoreMatrix(1, 1);
        factor.compute(FakeFactorInput.ofDay(day), new AccountFactor.NoParameters(), scores);
        return scores.get(0, 0);
    }
}

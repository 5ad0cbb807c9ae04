package org.quantplatform.factor.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class EfficiencyFactorsTest {

    @Nested
    class AssetTurnover extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected AssetTurnoverFactor factor() {
            return new AssetTurnoverFactor();
        }
    }

    @Nested
    class AssetTurnoverChange extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected AssetTurnoverChangeFactor factor() {
            return new AssetTurnoverChangeFactor();
        }
    }

    @Nested
    class CapitalTurnover extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected CapitalTurnoverFactor factor() {
            return new CapitalTurnoverFactor();
        }
    }

    @Nested
    class CashConversion extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected CashConversionFactor factor() {
            return new CashConversionFactor();
        }
    }

    @Test
    void turnover() {
        assertThat(score(new AssetTurnoverFactor(), Map.of("revenue_ttm", 50.0, "total_assets", 100.0)))
                .isCloseTo(0.5, within(1e-12));
        assertThat(score(
                        new AssetTurnoverChangeFactor(),
                        Map.of(
                                "revenue_ttm",
                                50.0,
                                "total_assets",
                                100.0,
                                "revenue_ttm_year_ago",
                                40.0,
                                "total_assets_year_ago",
                                100.0)))
                .isCloseTo(0.1, within(1e-12));
        assertThat(score(
                        new CapitalTurnoverFactor(),
                        Map.of("revenue_ttm", 60.0, "total_debt", 10.0, "book_value", 30.0)))
                .isCloseTo(1.5, within(1e-12));
        assertThat(score(
                        new CapitalTurnoverFactor(),
                        Map.of("revenue_ttm", 60.0, "total_debt", 10.0, "book_value", -30.0)))
                .isNaN();
    }

    @Test
    void cash() {
        assertThat(score(new CashConversionFactor(), Map.of("operating_cash_flow_ttm", 12.0, "net_income_ttm", 10.0)))
                .isCloseTo(1.2, within(1e-12));
        assertThat(score(new CashConversionFactor(), Map.of("operating_cash_flow_ttm", 12.0, "net_income_ttm", -10.0)))
                .isNaN();
    }

    private static double score(AccountFactor factor, Map<String, Double> day) {
        ScoreMatrix scores = new ScoreMatrix(1, 1);
        factor.compute(FakeFactorInput.ofDay(day), new AccountFactor.NoParameters(), scores);
        return scores.get(0, 0);
    }
}

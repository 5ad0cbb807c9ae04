package org.quantplatform.factor.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class GrowthFactorsTest {

    @Nested
    class SalesGrowth extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected SalesGrowthFactor factor() {
            return new SalesGrowthFactor();
        }
    }

    @Nested
    class EarningsGrowth extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected EarningsGrowthFactor factor() {
            return new EarningsGrowthFactor();
        }
    }

    @Nested
    class OperatingIncomeGrowth extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected OperatingIncomeGrowthFactor factor() {
            return new OperatingIncomeGrowthFactor();
        }
    }

    @Nested
    class AssetGrowth extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected AssetGrowthFactor factor() {
            return new AssetGrowthFactor();
        }
    }

    @Test
    void sales() {
        assertThat(score(new SalesGrowthFactor(), Map.of("revenue_ttm", 120.0, "revenue_ttm_year_ago", 100.0)))
                .isCloseTo(0.2, within(1e-12));
        assertThat(score(new SalesGrowthFactor(), Map.of("revenue_ttm", 120.0, "revenue_ttm_year_ago", 0.0)))
                .isNaN();
    }

    @Test
    void earningsGrowOutOfALoss() {
        assertThat(score(new EarningsGrowthFactor(), Map.of("net_income_ttm", 5.0, "net_income_ttm_year_ago", -10.0)))
                .isCloseTo(1.5, within(1e-12));
        assertThat(score(new EarningsGrowthFactor(), Map.of("net_income_ttm", 5.0, "net_income_ttm_year_ago", 10.0)))
                .isCloseTo(-0.5, within(1e-12));
        assertThat(score(new EarningsGrowthFactor(), Map.of("net_income_ttm", 5.0, "net_income_ttm_year_ago", 0.0)))
                .isNaN();
        assertThat(score(
                        new OperatingIncomeGrowthFactor(),
                        Map.of("operating_income_ttm", 15.0, "operating_income_ttm_year_ago", 10.0)))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void growthOfAssetsCountsAgainstACompany() {
        assertThat(score(new AssetGrowthFactor(), Map.of("total_assets", 120.0, "total_assets_year_ago", 100.0)))
                .isCloseTo(-0.2, within(1e-12));
    }

    private static double score(AccountFactor factor, Map<String, Double> day) {
        ScoreMatrix scores = new ScoreMatrix(1, 1);
        factor.compute(FakeFactorInput.ofDay(day), new AccountFactor.NoParameters(), scores);
        return scores.get(0, 0);
    }
}

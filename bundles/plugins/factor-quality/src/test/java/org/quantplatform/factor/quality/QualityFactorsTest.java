package org.quantplatform.factor.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class QualityFactorsTest {

    @Nested
    class ReturnOnEquity extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected ReturnOnEquityFactor factor() {
            return new ReturnOnEquityFactor();
        }
    }

    @Nested
    class ReturnOnAssets extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected ReturnOnAssetsFactor factor() {
            return new ReturnOnAssetsFactor();
        }
    }

    @Nested
    class GrossProfitability extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected GrossProfitabilityFactor factor() {
            return new GrossProfitabilityFactor();
        }
    }

    @Nested
    class OperatingMargin extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected OperatingMarginFactor factor() {
            return new OperatingMarginFactor();
        }
    }

    @Nested
    class DebtToEquity extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected DebtToEquityFactor factor() {
            return new DebtToEquityFactor();
        }
    }

    @Nested
    class Accruals extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected AccrualsFactor factor() {
            return new AccrualsFactor();
        }
    }

    @Nested
    class EarningsStability extends FactorContract<EarningsStabilityFactor.Params> {

        @Override
        protected EarningsStabilityFactor factor() {
            return new EarningsStabilityFactor();
        }
    }

    @Test
    void returns() {
        assertThat(score(new ReturnOnEquityFactor(), Map.of("net_income_ttm", 5.0, "book_value", 40.0)))
                .isCloseTo(0.125, within(1e-12));
        assertThat(score(new ReturnOnEquityFactor(), Map.of("net_income_ttm", -5.0, "book_value", -40.0)))
                .isNaN();
        assertThat(score(new ReturnOnAssetsFactor(), Map.of("net_income_ttm", 5.0, "total_assets", 100.0)))
                .isCloseTo(0.05, within(1e-12));
    }

    @Test
    void margins() {
        assertThat(score(new GrossProfitabilityFactor(), Map.of("gross_profit_ttm", 30.0, "total_assets", 100.0)))
                .isCloseTo(0.3, within(1e-12));
        assertThat(score(new OperatingMarginFactor(), Map.of("operating_income_ttm", 12.0, "revenue_ttm", 60.0)))
                .isCloseTo(0.2, within(1e-12));
        assertThat(score(new OperatingMarginFactor(), Map.of("operating_income_ttm", 12.0, "revenue_ttm", 0.0)))
                .isNaN();
    }

    @Test
    void debtCountsAgainstACompany() {
        assertThat(score(new DebtToEquityFactor(), Map.of("total_debt", 30.0, "book_value", 40.0)))
                .isCloseTo(-0.75, within(1e-12));
        assertThat(score(new DebtToEquityFactor(), Map.of("total_debt", 30.0, "book_value", 0.0)))
                .isNaN();
    }

    @Test
    void accrualsCountAgainstACompany() {
        // 10 of income, 7 of it cash, on 60 of assets in the mean
        assertThat(score(
                        new AccrualsFactor(),
                        Map.of(
                                "net_income_ttm",
                                10.0,
                                "operating_cash_flow_ttm",
                                7.0,
                                "total_assets",
                                70.0,
                                "total_assets_year_ago",
                                50.0)))
                .isCloseTo(-0.05, within(1e-12));
    }

    @Test
    void stabilityIsMinusTheDeviationOfTheReturnOnAssets() {
        // looked at on days 0, 63, 126 and 189: returns on assets of 1, 2, 3 and 4 per cent
        int days = 190;
        double[] income = new double[days];
        double[] assets = new double[days];
        for (int day = 0; day < days; day++) {
            income[day] = 1 + day / 63;
            assets[day] = 100;
        }
        int[] calendar = new int[days];
        Arrays.setAll(calendar, day -> 18_000 + day);
        Map<Field, double[]> columns = Map.of(Field.of("net_income_ttm"), income, Field.of("total_assets"), assets);
        Panel panel = new Panel(Market.US, calendar, List.of("A"), columns);
        ScoreMatrix scores = new ScoreMatrix(1, days);
        EarningsStabilityFactor factor = new EarningsStabilityFactor();
        factor.compute(new FakeFactorInput(panel, columns.keySet()), new EarningsStabilityFactor.Params(4), scores);
        assertThat(scores.get(0, 188)).isNaN();
        assertThat(scores.get(0, 189)).isCloseTo(-0.01 * Math.sqrt(5.0 / 3), within(1e-12));
    }

    private static double score(AccountFactor factor, Map<String, Double> day) {
        ScoreMatrix scores = new ScoreMatrix(1, 1);
        factor.compute(FakeFactorInput.ofDay(day), new AccountFactor.NoParameters(), scores);
        return scores.get(0, 0);
    }
}

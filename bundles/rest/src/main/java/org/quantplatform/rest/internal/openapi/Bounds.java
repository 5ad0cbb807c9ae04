package org.quantplatform.rest.internal.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * How far the members of requests may go, so that a client can tell before it asks. The services decide; a test holds this
 * table to what they refuse and take. Where a bound depends on other members, the widest stands here.
 */
final class Bounds {

    private static final BigDecimal WIDEST_WEIGHT = new BigDecimal(1_000_000);
    private static final int MOST_TICKERS = 20_000;

    private static final Map<String, Consumer<Schema<?>>> OF = Map.ofEntries(
            Map.entry("AnalysisRequest.decay_horizons", items(1, 10, range(1, 252))),
            Map.entry("AnalysisRequest.factors", items(1, 20)),
            Map.entry("AnalysisRequest.horizons", items(1, 10, range(1, 252))),
            Map.entry("AnalysisRequest.outlier_zscore", Bounds::positive),
            Map.entry("AnalysisRequest.quantiles", range(2, 20)),
            Map.entry("BacktestRequest.initial_capital", upTo(1e15)),
            Map.entry("CompareWith.close_tolerance", range(0, 10)),
            Map.entry("CompareWith.instruments", range(1, 1000)),
            Map.entry("CompareWith.volume_tolerance", range(0, 10)),
            Map.entry("Constraints.max_sector_weight", upTo(1)),
            Map.entry("Constraints.max_weight", upTo(1)),
            Map.entry("CostSpec.commission_bps", range(0, 1000)),
            Map.entry("CostSpec.conversion_bps", range(0, 1000)),
            Map.entry("CostSpec.multiple", range(0, 100)),
            Map.entry("CostSpec.slippage_bps", range(0, 1000)),
            Map.entry("DividendSpec.withholding", range(0, 1)),
            Map.entry("ExecutionSpec.participation", upTo(1)),
            Map.entry("ExpressionDefinition.description", text(0, 4000)),
            Map.entry("FactorChoice.name", text(1, 64)),
            Map.entry("FactorChoice.weight", Bounds::weight),
            Map.entry("FactorCombination.horizon", range(1, 252)),
            Map.entry("FactorCombination.min_days", range(2, 2520)),
            Map.entry("FactorCombination.window", range(2, 2520)),
            Map.entry("FactorWeight.weight", Bounds::weight),
            Map.entry("FinancingSpec.borrow_rate", range(0, 10)),
            Map.entry("FinancingSpec.cash_rate", range(-1, 1)),
            Map.entry("FinancingSpec.day_count", range(1, 366)),
            Map.entry("FinancingSpec.debit_rate", range(0, 1)),
            Map.entry("FinancingSpec.initial_margin", upTo(1)),
            Map.entry("FinancingSpec.maintenance_margin", upTo(1)),
            Map.entry("FinancingSpec.max_leverage", range(1, 10)),
            Map.entry("NewApiKey.expires_in_days", range(1, 3650)),
            Map.entry("NewApiKey.name", text(1, 100)),
            Map.entry("NewUser.username", text(2, 50)),
            Map.entry("ScheduleRequest.after_close_minutes", range(0, 1440)),
            Map.entry("SearchRequest.constraints", items(0, 50)),
            Map.entry("SearchRequest.cost_multiples", items(1, 50, range(0, 100))),
            Map.entry("SearchRequest.name", text(1, 200)),
            Map.entry("SearchRequest.trials", range(1, 10_000)),
            Map.entry("SecretValue.value", text(1, 4096)),
            Map.entry("ShareRequest.expires_in_days", range(1, 365)),
            Map.entry("SlippageSpec.strength", range(0, 100)),
            Map.entry("StrategyDefinition.description", text(0, 4000)),
            Map.entry("StrategyDefinition.factors", items(0, 100)),
            Map.entry("StrategyDefinition.name", text(1, 100)),
            Map.entry("StrategySpec.factors", items(0, 100)),
            Map.entry("Universe.index", text(1, 32)),
            Map.entry("Universe.min_age_days", range(0, 36_500)),
            Map.entry("Universe.min_dollar_volume", range(0, 1e15)),
            Map.entry("Universe.tickers", items(0, MOST_TICKERS)),
            Map.entry("UpdateRequest.chunk_size", range(1, 5000)),
            Map.entry("UpdateRequest.overlap_days", range(0, 260)),
            Map.entry("UpdateRequest.tickers", items(1, MOST_TICKERS)),
            Map.entry("WalkForwardSpecAcceptanceSpec.max_drawdown", range(-1, 0)),
            Map.entry("WalkForwardSpecAcceptanceSpec.min_efficiency", range(-10, 10)),
            Map.entry("WalkForwardSpecAcceptanceSpec.min_profitable_windows", range(0, 1)),
            Map.entry("WalkForwardSpecAcceptanceSpec.min_sharpe_ratio", range(-100, 100)),
            Map.entry("WalkForwardSpecSpan.days", range(2, 20_000)),
            Map.entry("WalkForwardSpecSpan.years", range(1, 50)));

    private Bounds() {}

    /** @throws IllegalStateException when the table names what no schema has */
    static void state(Map<String, Schema<?>> schemas) {
        Set<String> unknown = new TreeSet<>(OF.keySet());
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                schema.getProperties().forEach((member, value) -> {
                    String key = name + "." + member;
                    if (unknown.remove(key)) {
                        OF.get(key).accept(value);
                    }
                });
            }
        });
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("there are bounds of " + unknown + ", but no such members");
        }
    }

    private static Consumer<Schema<?>> range(double least, double most) {
        return schema -> schema.minimum(plain(least)).maximum(plain(most));
    }

    private static BigDecimal plain(double end) {
        return new BigDecimal(end).stripTrailingZeros();
    }

    private static Consumer<Schema<?>> upTo(double most) {
        return schema -> {
            positive(schema);
            schema.setMaximum(plain(most));
        };
    }

    private static void positive(Schema<?> schema) {
        schema.minimum(BigDecimal.ZERO).exclusiveMinimum(true);
    }

    private static void weight(Schema<?> schema) {
        schema.minimum(WIDEST_WEIGHT.negate()).maximum(WIDEST_WEIGHT);
    }

    private static Consumer<Schema<?>> text(int shortest, int longest) {
        return schema -> schema.minLength(shortest).maxLength(longest);
    }

    private static Consumer<Schema<?>> items(int fewest, int most) {
        return items(fewest, most, each -> {});
    }

    private static Consumer<Schema<?>> items(int fewest, int most, Consumer<Schema<?>> each) {
        return schema -> {
            schema.minItems(fewest).maxItems(most);
            each.accept(schema.getItems());
        };
    }
}

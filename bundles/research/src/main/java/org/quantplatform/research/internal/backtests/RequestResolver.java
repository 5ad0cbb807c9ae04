package org.quantplatform.research.internal.backtests;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.backtests.DividendSpec;
import org.quantplatform.api.backtests.ExecutionSpec;
import org.quantplatform.api.backtests.FinancingSpec;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.requests.Period;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.requests.SpecReader;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.market.MarketRules;

/** Checks what a backtest request says as far as no data is needed for it, and fills in every default. */
public final class RequestResolver {

    private static final double DEFAULT_CAPITAL = 100_000_000;

    private final PluginRegistry registry;
    private final SpecReader reader;

    public RequestResolver(PluginRegistry registry) {
        this.registry = registry;
        this.reader = new SpecReader(registry);
    }

    /**
     * A request that can be run where there is data for it.
     *
     * @param request with every default filled in
     * @param costs who charges commission, then who charges taxes when that is another
     * @param rules of the market; null when the run does not depend on them
     */
    public record Resolved(
            BacktestRequest request,
            BoundSpec spec,
            List<BoundPlugin<CostModel<?>>> costs,
            @Nullable BoundPlugin<MarketRules> rules) {}

    /**
     * Empty when something is wrong, which {@code problems} then holds; refuses {@code UNPROCESSABLE} for a market without
     * backtests.
     *
     * @param stored the strategy that the request names, empty for one given in place
     */
    public Optional<Resolved> resolve(BacktestRequest request, Optional<StoredStrategy> stored, Problems problems) {
        Optional<BoundSpec> spec = spec(request, stored, problems);
        Universe universe = universe(request, stored);
        Market market = universe.market() == null ? SpecReader.DEFAULT_MARKET : universe.market();
        checkOffered(market);
        SpecReader.checkUniverse(universe, "universe.", problems);
        Period.check(request.startDate(), request.endDate(), problems);
        double capital = request.initialCapital() == null ? DEFAULT_CAPITAL : request.initialCapital();
        problems.addIf(!(capital > 0 && capital <= 1e15), "initial_capital", "must be above 0 and at most 1e15");
        CostSpec costs = CostChoice.withDefaults(request.costs(), market, problems);
        List<BoundPlugin<CostModel<?>>> models = CostChoice.bind(costs, market, registry, problems);
        ExecutionSpec execution = TermsChoice.execution(request.execution(), problems);
        boolean ruled = RulesChoice.needed(execution, costs);
        Optional<BoundPlugin<MarketRules>> rules =
                ruled ? problems.attempt(() -> RulesChoice.bind(market, registry)) : Optional.empty();
        FinancingSpec financing = TermsChoice.financing(request.financing(), problems);
        DividendSpec dividends = TermsChoice.dividends(request.dividends(), problems);
        String currency = currency(request.currency(), market, problems);
        checkBenchmark(request.benchmark(), market, problems);
        if (!problems.none() || spec.isEmpty()) {
            return Optional.empty();
        }
        BacktestRequest resolved = new BacktestRequest(
                stored.map(StoredStrategy::id).orElse(null),
                spec.get().document(),
                universe,
                request.startDate(),
                request.endDate(),
                capital,
                currency,
                execution,
                costs,
                request.benchmark(),
                request.adjust() == null ? Adjust.ALL : request.adjust(),
                financing,
                dividends);
        return Optional.of(new Resolved(resolved, spec.get(), models, rules.orElse(null)));
    }

    private Optional<BoundSpec> spec(BacktestRequest request, Optional<StoredStrategy> stored, Problems problems) {
        if (request.strategy() != null) {
            return reader.read(request.strategy(), "strategy.", problems);
        }
        return stored.flatMap(strategy -> reader.read(
                new StrategySpec(
                        strategy.plugin(),
                        strategy.parameters(),
                        strategy.factors(),
                        null,
                        strategy.constraints(),
                        strategy.rebalanceFrequency(),
                        strategy.optimizer(),
                        strategy.combination()),
                "strategy.",
                problems));
    }

    private static Universe universe(BacktestRequest request, Optional<StoredStrategy> stored) {
        Optional<Universe> own = stored.map(StoredStrategy::universe);
        Market fallback = own.map(Universe::market).orElse(SpecReader.DEFAULT_MARKET);
        Universe wanted =
                request.universe() == null ? own.orElse(Universe.of(SpecReader.DEFAULT_MARKET)) : request.universe();
        return wanted.orIn(fallback);
    }

    private static void checkBenchmark(@Nullable Benchmark benchmark, Market market, Problems problems) {
        if (benchmark == null) {
            return;
        }
        problems.addIf(
                benchmark.kind() == Benchmark.Kind.INDEX, "benchmark.index", "no index is stored on this server");
        problems.addIf(
                benchmark.kind() == Benchmark.Kind.TICKER && benchmark.market() != market,
                "benchmark.market",
                "must be the universe's market " + market);
    }

    private static void checkOffered(Market market) {
        if (market == Market.VN || market == Market.FX) {
            throw unprocessable("universe.market", "backtests in market " + market + " are not offered");
        }
    }

    private static String currency(@Nullable String given, Market market, Problems problems) {
        String code = given == null ? market.currency() : ExchangeRates.code(given);
        problems.addIf(!code.matches("[A-Z]{3}"), "currency", "must be a code of three letters, was '" + given + "'");
        return code;
    }

    private static QuantException unprocessable(String field, String message) {
        return QuantException.withErrors(ErrorCode.UNPROCESSABLE, message, List.of(new FieldError(field, message)));
    }
}

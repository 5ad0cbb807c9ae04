package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.engine.kernel.Adjustments;
import org.quantplatform.engine.sim.Currencies;
import org.quantplatform.engine.sim.Setup;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.sim.Simulator;
import org.quantplatform.engine.sim.TradingRules;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.model.Trade;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;
import org.quantplatform.research.internal.backtests.ExchangeRates.RateSource;
import org.quantplatform.research.internal.scores.FactorScores;
import org.quantplatform.research.internal.scores.ScoreCache;
import org.quantplatform.research.internal.scores.Scores;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.strategy.Strategy;

/** One run from panel to statistics. Nothing here is stored or read besides the panels. */
final class BacktestCalculation {

    /** A day is simulated faster than its progress is told. */
    private static final int DAYS_TOLD = 16;

    private final Plan plan;
    private final PanelSource panels;
    private final JobContext job;
    private final BacktestRequest request;

    BacktestCalculation(Plan plan, PanelSource panels, JobContext job) {
        this.plan = plan;
        this.panels = panels;
        this.job = job;
        this.request = plan.request();
    }

    /** @param cache where scores may be found that other runs computed */
    Result run(ScoreCache cache) throws JobCancelled {
        Stage stage = Stage.of(panels.load(query(plan)), request, panels);
        MarketPanel market = stage.market();
        FactorScores factors =
                new FactorScores(stage.signals(), market.instruments(), job::cancelled).among(stage.eligibility());
        Outcome outcome = outcome(stage, cache.before(factors, market, request.adjust()));
        SimulationResult simulation = outcome.simulation();
        List<Trade> trades = outcome.trades();
        Manifest manifest = sealed(market.digest(), simulation, trades);
        return new Result(
                manifest,
                outcome.summary(),
                outcome.equity(),
                outcome.metrics(job.id()),
                trades,
                outcome.flows(),
                warnings(stage, window(market.prices()), simulation));
    }

    /** The run on a stage that other runs may share: whatever is on it stays as it is. */
    Outcome outcome(Stage stage, Scores scores) throws JobCancelled {
        MarketPanel market = stage.market();
        Window days = window(market.prices());
        SimulationResult simulation = Simulator.run(
                setup(market, days),
                new PortfolioDecider(
                        plan.spec(),
                        TermsChoice.terms(request.financing()),
                        stage.signals(),
                        market.instruments(),
                        FactorBlend.of(scores(scores), plan.spec(), stage, days),
                        stage.eligibility()),
                charges(market),
                this::onDay);
        if (simulation.cancelled()) {
            throw new JobCancelled();
        }
        return new Outcome(
                simulation, market.prices(), request.initialCapital(), benchmark(market, stage.eligibility(), days));
    }

    /** The panel that a run needs. */
    static PanelQuery query(Plan plan) {
        BacktestRequest request = plan.request();
        return PanelQuery.of(
                Long.parseLong(plan.manifest().dataSnapshot()),
                request.universe(),
                request.endDate(),
                plan.spec().fields());
    }

    private long snapshot() {
        return Long.parseLong(plan.manifest().dataSnapshot());
    }

    private Window window(Panel prices) {
        int first = prices.firstDayFrom(request.startDate());
        int last = prices.lastDayTo(request.endDate());
        if (first > last) {
            throw QuantException.of(
                    ErrorCode.NO_DATA, "no data from " + request.startDate() + " to " + request.endDate());
        }
        return new Window(first, last);
    }

    private List<ScoreMatrix> scores(Scores source) throws JobCancelled {
        List<ScoreMatrix> scores = new ArrayList<>();
        for (BoundPlugin<Factor<?>> factor : plan.spec().factors()) {
            scores.add(source.of(factor));
        }
        return scores;
    }

    private Setup setup(MarketPanel market, Window days) {
        LocalDate[] delisted =
                market.instruments().stream().map(Instrument::delisted).toArray(LocalDate[]::new);
        return new Setup(
                market.prices(),
                market.actions(),
                days.first(),
                days.last(),
                request.initialCapital(),
                rebalance(),
                request.execution().price(),
                request.execution().shares(),
                TermsChoice.terms(plan, market, rules(market), currencies(market.prices(), days)),
                delisted);
    }

    private TradingRules rules(MarketPanel market) {
        MarketRules rules = plan.rules();
        if (rules != null && RulesChoice.trades(request)) {
            return new ExchangeRules(rules, market);
        }
        int[] lots = new int[market.instruments().size()];
        Arrays.fill(lots, market.prices().market().lot());
        return TradingRules.lots(lots);
    }

    private Currencies currencies(Panel prices, Window days) {
        CostSpec costs = request.costs();
        double conversion = costs.conversionBps() == null ? 0 : costs.conversionBps();
        return ExchangeRates.of(
                request.currency() == null ? prices.market().currency() : request.currency(),
                prices,
                days,
                new RateSource(panels, snapshot(), request.endDate()),
                CostChoice.multiple(costs) * conversion / 10_000);
    }

    private Rebalance rebalance() {
        Rebalance chosen = plan.spec().rebalance();
        return chosen != null
                ? chosen
                : schedule(
                        plan.spec().strategy().service(), plan.spec().strategy().parameters());
    }

    private static <P extends Record> Rebalance schedule(Strategy<P> strategy, Record parameters) {
        return strategy.schedule(strategy.parameterType().cast(parameters));
    }

    private FillCharges charges(MarketPanel market) {
        return new FillCharges(
                market.prices(),
                market.instruments(),
                plan.rules(),
                plan.costs(),
                Boolean.TRUE.equals(request.costs().taxes()),
                CostChoice.multiple(request.costs()));
    }

    private boolean onDay(int completed, int total) {
        if (completed % DAYS_TOLD == 0 || completed == total) {
            job.progress(completed, total, Map.of("completed_days", completed, "total_days", total));
        }
        return !job.cancelled();
    }

    private double[] benchmark(MarketPanel market, Eligibility eligibility, Window days) {
        Benchmark benchmark = request.benchmark();
        if (benchmark == null) {
            return new double[0];
        }
        double capital = request.initialCapital();
        if (benchmark.kind() == Benchmark.Kind.EQUAL_WEIGHT) {
            Panel total = Adjustments.adjusted(market.prices(), market.actions(), Adjust.ALL);
            return inAccountCurrency(BenchmarkSeries.equalWeight(total, eligibility, days, capital), market, days);
        }
        MarketPanel own = panels.load(BenchmarkSeries.query(benchmark, snapshot(), request.endDate()));
        return inAccountCurrency(BenchmarkSeries.ofTicker(own, market.prices(), days, capital), market, days);
    }

    private double[] inAccountCurrency(double[] values, MarketPanel market, Window days) {
        Currencies currencies = currencies(market.prices(), days);
        if (currencies.count() > 1) {
            double first = currencies.rate(1, days.first());
            Arrays.setAll(values, i -> values[i] * currencies.rate(1, days.first() + i) / first);
        }
        return values;
    }

    private Manifest sealed(String dataDigest, SimulationResult simulation, List<Trade> trades) {
        Manifest withData = plan.manifest().withResult(dataDigest, null);
        return withData.withResult(dataDigest, ResultHash.of(withData, simulation.equity(), simulation.cash(), trades));
    }

    private List<String> warnings(Stage stage, Window days, SimulationResult simulation) {
        MarketPanel market = stage.market();
        List<String> warnings = new ArrayList<>();
        SyntheticData.warning(market).ifPresent(warnings::add);
        LocalDate first = market.prices().date(days.first());
        if (days.first() == 0 && first.isAfter(request.startDate().plusDays(7))) {
            warnings.add("The data begins on " + first + ", after the start date.");
        }
        LocalDate last = market.prices().date(days.last());
        if (last.isBefore(request.endDate().minusDays(7))) {
            warnings.add("The data ends on " + last + ", before the end date.");
        }
        new Survivors(market.prices(), market.instruments(), days)
                .warning(request.universe(), stage.members())
                .ifPresent(warnings::add);
        if (RulesChoice.trades(request)) {
            warnings.addAll(RulesChoice.notes(plan.rules(), market, days));
        }
        warnings.addAll(simulation.warnings());
        return warnings;
    }
}

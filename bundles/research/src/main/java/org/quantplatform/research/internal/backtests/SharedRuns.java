package org.quantplatform.research.internal.backtests;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.research.internal.backtests.RequestResolver.Resolved;
import org.quantplatform.research.internal.requests.ItemCheck;
import org.quantplatform.research.internal.scores.FactorScores;
import org.quantplatform.research.internal.scores.Scores;
import org.quantplatform.spi.market.MarketRules;

/** Many runs over one panel: they may differ in whatever a request says but universe, adjustment and last day of all. */
public final class SharedRuns {

    private final Stage stage;
    private final PanelSource panels;
    private final long snapshot;

    private SharedRuns(Stage stage, PanelSource panels, long snapshot) {
        this.stage = stage;
        this.panels = panels;
        this.snapshot = snapshot;
    }

    /**
     * What a run keeps when there are many.
     *
     * @param epochDays of the returns, the last day of each
     * @param returns from the initial capital on; empty for a run of one day
     */
    public record Figures(BacktestSummary summary, int[] epochDays, double[] returns) {}

    /**
     * Loads what every run needs.
     *
     * @param base whose universe and last day hold for all
     * @param others what else will be run, of which the fields are loaded too
     */
    public static SharedRuns load(Resolved base, Iterable<Resolved> others, PanelSource panels, long snapshot) {
        Set<Field> fields = new TreeSet<>(base.spec().fields());
        others.forEach(other -> fields.addAll(other.spec().fields()));
        MarketPanel market = panels.load(query(base, fields, snapshot));
        others.forEach(other -> ItemCheck.require(other.spec(), market.prices()));
        return new SharedRuns(Stage.of(market, base.request(), panels), panels, snapshot);
    }

    /** The panel of one run. */
    public static PanelQuery query(Resolved run, long snapshot) {
        return query(run, run.spec().fields(), snapshot);
    }

    private static PanelQuery query(Resolved run, Set<Field> fields, long snapshot) {
        BacktestRequest request = run.request();
        return PanelQuery.of(snapshot, request.universe(), request.endDate(), fields);
    }

    public MarketPanel market() {
        return stage.market();
    }

    /** Computes scores over the shared panel. */
    public Scores scores(BooleanSupplier cancelled) {
        return new FactorScores(stage.signals(), stage.market().instruments(), cancelled).among(stage.eligibility());
    }

    /** May be called from several threads at once; the outcome does not depend on that. */
    public Figures run(Resolved run, Scores scores, BooleanSupplier cancelled) throws JobCancelled {
        MarketRules rules = run.rules() == null ? null : run.rules().service();
        Plan plan = new Plan(run.request(), run.spec(), run.costs(), rules, Pins.manifest(run, snapshot));
        Outcome outcome = new BacktestCalculation(plan, panels, new Unheard(cancelled)).outcome(stage, scores);
        SimulationResult simulation = outcome.simulation();
        Panel prices = stage.market().prices();
        int[] days = IntStream.rangeClosed(simulation.firstDay() + 1, simulation.lastDay())
                .map(prices::epochDay)
                .toArray();
        return new Figures(outcome.summary(), days, outcome.returns());
    }
}

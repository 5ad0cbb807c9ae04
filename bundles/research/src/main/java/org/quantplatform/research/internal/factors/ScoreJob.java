package org.quantplatform.research.internal.factors;

import java.util.Arrays;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.factors.FactorScoreStore;
import org.quantplatform.core.factors.FactorScoreStore.Computed;
import org.quantplatform.core.factors.FactorScoreStore.NewScores;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.backtests.Eligibility;
import org.quantplatform.research.internal.backtests.Stage;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.requests.DataCheck;
import org.quantplatform.research.internal.scores.FactorScores;
import org.quantplatform.research.internal.scores.ScoreCache;
import org.quantplatform.spi.factor.Factor;

/** Computes a factor's scores with the code and as of the data that were pinned, and stores them. */
@Component
public final class ScoreJob implements JobHandler {

    static final String KIND = "factor-scores";

    private final FactorScoreStore store;
    private final PluginRegistry registry;
    private final PanelSource panels;
    private final ScoreCache cache;

    @Activate
    public ScoreJob(
            @Reference FactorScoreStore store,
            @Reference PluginRegistry registry,
            @Reference PanelSource panels,
            @Reference ScoreCache cache) {
        this.store = store;
        this.registry = registry;
        this.panels = panels;
        this.cache = cache;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobContext context) throws JobCancelled {
        NewScores wanted = QuantJson.read(context.requestJson(), NewScores.class);
        Computed computed = compute(wanted, context);
        if (context.cancelled()) {
            throw new JobCancelled();
        }
        store.save(context.id(), computed);
        return Map.of(
                "days",
                computed.lastDay() - computed.firstDay() + 1,
                "assets",
                computed.tickers().size());
    }

    Computed compute(NewScores wanted, JobContext context) throws JobCancelled {
        ScoreRequest request = wanted.request();
        BoundPlugin<Factor<?>> factor = bind(wanted);
        Universe universe = request.universe();
        MarketPanel market =
                panels.load(PanelQuery.of(wanted.snapshot(), universe, request.endDate(), BoundSpec.fields(factor)));
        Stage stage = Stage.of(market, request.adjust(), universe, panels);
        FactorScores source =
                new FactorScores(stage.signals(), market.instruments(), context::cancelled).among(stage.eligibility());
        ScoreMatrix scores = cache.before(source, market, request.adjust()).of(factor);
        Panel prices = market.prices();
        int first =
                request.startDate() == null ? 0 : DataCheck.firstDay(prices, request.startDate(), request.endDate());
        ScoreMatrix own = members(scores, stage.eligibility(), first);
        return new Computed(
                factor.pin().sha256(),
                market.snapshot(),
                market.digest(),
                universe.market(),
                days(prices),
                prices.tickers(),
                own,
                firstScored(own, first),
                prices.days() - 1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private BoundPlugin<Factor<?>> bind(NewScores wanted) {
        return (BoundPlugin)
                registry.bind(Factor.class, wanted.factor(), wanted.request().parameters());
    }

    private static int[] days(Panel prices) {
        int[] days = new int[prices.days()];
        Arrays.setAll(days, prices::epochDay);
        return days;
    }

    /** Days before the first score tell nothing; without any score all days stay. */
    private static int firstScored(ScoreMatrix scores, int from) {
        for (int day = from; day < scores.days(); day++) {
            for (int asset = 0; asset < scores.assets(); asset++) {
                if (!Double.isNaN(scores.get(asset, day))) {
                    return day;
                }
            }
        }
        return from;
    }

    /** A copy with the scores of assets on days on which they belong to the universe. */
    private static ScoreMatrix members(ScoreMatrix scores, Eligibility eligibility, int first) {
        ScoreMatrix own = new ScoreMatrix(scores.assets(), scores.days());
        boolean[] eligible = new boolean[scores.assets()];
        for (int day = first; day < scores.days(); day++) {
            eligibility.mask(day, eligible);
            for (int asset = 0; asset < eligible.length; asset++) {
                if (eligible[asset]) {
                    own.set(asset, day, scores.get(asset, day));
                }
            }
        }
        return own;
    }
}

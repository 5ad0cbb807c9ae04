package org.quantplatform.research.internal.factors;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.FactorInfo;
import org.quantplatform.api.factors.Factors;
import org.quantplatform.api.factors.ScoreQuery;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.core.factors.FactorScoreStore;
import org.quantplatform.core.factors.FactorScoreStore.NewScores;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.QuantException;

/** Shows callers the factors that are there, and keeps their scores. */
@Component
public final class FactorService implements CallerService<Factors> {

    private final FactorScoreStore store;
    private final JobQueue queue;
    private final ScorePlanner planner;
    private final FactorList factors;

    @Activate
    public FactorService(
            @Reference FactorScoreStore store,
            @Reference JobQueue queue,
            @Reference ScorePlanner planner,
            @Reference PluginRegistry registry) {
        this.store = store;
        this.queue = queue;
        this.planner = planner;
        this.factors = new FactorList(registry);
    }

    @Override
    public Class<Factors> type() {
        return Factors.class;
    }

    @Override
    public Factors forCaller(Caller caller) {
        return new Own(caller);
    }

    private final class Own implements Factors {

        private final Caller caller;

        Own(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Page<FactorInfo> list(PageRequest page) {
            return factors.page(page);
        }

        @Override
        public FactorInfo get(String factor) {
            return factors.get(factor);
        }

        @Override
        public ScoreSet compute(String factor, ScoreRequest request, Optional<String> idempotencyKey) {
            NewScores scores = planner.plan(factor, request, caller.userId());
            queue.checkRoom();
            String id = store.create(caller, scores, idempotencyKey);
            queue.wake();
            return set(id);
        }

        @Override
        public Page<ScoreSet> scoreSets(String factor, PageRequest page) {
            return store.list(caller.userId(), id(factor), page);
        }

        @Override
        public ScoreSet scoreSet(String factor, String scoresId) {
            ScoreSet set = set(scoresId);
            if (!set.factor().equals(id(factor))) {
                throw QuantException.notFound("score set", scoresId);
            }
            return set;
        }

        @Override
        public DayScores scores(String factor, ScoreQuery query) {
            String id = query.scoresId() == null
                    ? store.latest(caller.userId(), id(factor), query.market())
                            .orElseThrow(() -> QuantException.notFound("stored scores of factor", factor))
                    : scoreSet(factor, query.scoresId()).scoresId();
            return store.read(id, query.date()).orElseThrow(() -> absent(id, query));
        }

        @Override
        public void deleteScores(String factor, String scoresId) {
            store.delete(caller.userId(), scoreSet(factor, scoresId).scoresId());
        }

        private QuantException absent(String id, ScoreQuery query) {
            ScoreSet.Stored stored = set(id).stored();
            return stored == null
                    ? QuantException.notFound("stored scores", id)
                    : QuantException.invalid(
                            "date", "scores begin on " + stored.firstDate() + ", after " + query.date());
        }

        private ScoreSet set(String id) {
            return store.get(caller.userId(), id).orElseThrow(() -> QuantException.notFound("score set", id));
        }

        /** Scores stay readable when the plug-in has left. */
        private String id(String factor) {
            return planner.name(factor, caller.userId()).orElseGet(() -> factor.replace('_', '-'));
        }
    }
}

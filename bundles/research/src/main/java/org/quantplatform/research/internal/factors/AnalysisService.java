package org.quantplatform.research.internal.factors;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.DecayTable;
import org.quantplatform.api.factors.FactorAnalyses;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.api.factors.IcSeries;
import org.quantplatform.api.factors.QuantileSeries;
import org.quantplatform.api.factors.ReturnSeries;
import org.quantplatform.api.factors.SectorTable;
import org.quantplatform.api.factors.TurnoverSeries;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.factors.FactorAnalysisStore;
import org.quantplatform.core.factors.FactorAnalysisStore.NewAnalysis;
import org.quantplatform.core.factors.FactorAnalysisStore.Part;
import org.quantplatform.core.factors.FactorAnalysisStore.PartKey;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Takes analyses from callers and shows them what was found. */
@Component
public final class AnalysisService implements CallerService<FactorAnalyses> {

    private final FactorAnalysisStore store;
    private final JobQueue queue;
    private final AnalysisPlanner planner;

    @Activate
    public AnalysisService(
            @Reference FactorAnalysisStore store, @Reference JobQueue queue, @Reference AnalysisPlanner planner) {
        this.store = store;
        this.queue = queue;
        this.planner = planner;
    }

    @Override
    public Class<FactorAnalyses> type() {
        return FactorAnalyses.class;
    }

    @Override
    public FactorAnalyses forCaller(Caller caller) {
        return new Own(caller);
    }

    private final class Own implements FactorAnalyses {

        private final Caller caller;

        Own(Caller caller) {
            this.caller = caller;
        }

        @Override
        public FactorAnalysis analyze(AnalysisRequest request, Optional<String> idempotencyKey) {
            NewAnalysis analysis = planner.plan(request, caller.userId());
            queue.checkRoom();
            String id = store.create(caller, analysis, idempotencyKey);
            queue.wake();
            return get(id);
        }

        @Override
        public Page<FactorAnalysis> list(PageRequest page) {
            return store.list(caller.userId(), page);
        }

        @Override
        public FactorAnalysis get(String id) {
            return store.get(caller.userId(), id).orElseThrow(() -> QuantException.notFound("factor analysis", id));
        }

        @Override
        public IcSeries ic(String id, @Nullable String subject) {
            return part(id, subject, Part.IC, IcSeries.class);
        }

        @Override
        public QuantileSeries quantiles(String id, @Nullable String subject) {
            return part(id, subject, Part.QUANTILES, QuantileSeries.class);
        }

        @Override
        public TurnoverSeries turnover(String id, @Nullable String subject) {
            return part(id, subject, Part.TURNOVER, TurnoverSeries.class);
        }

        @Override
        public ReturnSeries returns(String id, @Nullable String subject) {
            return part(id, subject, Part.RETURNS, ReturnSeries.class);
        }

        @Override
        public SectorTable sectors(String id, @Nullable String subject) {
            return part(id, subject, Part.SECTORS, SectorTable.class);
        }

        @Override
        public DecayTable decay(String id, @Nullable String subject) {
            return part(id, subject, Part.DECAY, DecayTable.class);
        }

        @Override
        public FactorCorrelations correlation(String id) {
            return part(id, FactorAnalysisStore.ALL, Part.CORRELATION, FactorCorrelations.class);
        }

        @Override
        public void delete(String id) {
            if (!get(id).status().ended()) {
                throw QuantException.of(ErrorCode.CONFLICT, "analysis " + id + " has not ended; cancel it first");
            }
            store.delete(caller.userId(), id);
        }

        private <T> T part(String id, @Nullable String subject, Part part, Class<T> type) {
            FactorAnalysis analysis = get(id);
            if (analysis.status() != JobStatus.COMPLETED) {
                throw QuantException.of(
                        ErrorCode.CONFLICT,
                        "analysis " + id + " is " + analysis.status().name().toLowerCase(Locale.ROOT)
                                + ", results are there once it is completed");
            }
            String wanted = subject == null ? lead(analysis) : subject;
            return store.part(id, new PartKey(wanted, part), type)
                    .orElseThrow(() -> QuantException.notFound("subject of " + id, wanted));
        }

        private static String lead(FactorAnalysis analysis) {
            FactorFigures last = analysis.subjects().get(analysis.subjects().size() - 1);
            return last.factor() == null
                    ? last.subject()
                    : analysis.subjects().get(0).subject();
        }
    }
}

package org.quantplatform.research.internal.searches;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.searches.HeatMap;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.OutOfSample;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.jobs.JobStore;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.SearchStore;
import org.quantplatform.core.searches.SearchStore.Finished;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.searches.TrialPlan.Spot;

/** Takes searches from callers and shows them what was found. */
@Component
public final class SearchService implements CallerService<Searches> {

    private final SearchStore store;
    private final JobStore jobs;
    private final JobQueue queue;
    private final SearchPlanner planner;

    @Activate
    public SearchService(
            @Reference SearchStore store,
            @Reference JobStore jobs,
            @Reference JobQueue queue,
            @Reference SearchPlanner planner) {
        this.store = store;
        this.jobs = jobs;
        this.queue = queue;
        this.planner = planner;
    }

    @Override
    public Class<Searches> type() {
        return Searches.class;
    }

    @Override
    public Searches forCaller(Caller caller) {
        return new Own(caller);
    }

    private final class Own implements Searches {

        private final Caller caller;

        Own(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Search submit(SearchRequest request, Optional<String> idempotencyKey) {
            NewSearch search = planner.plan(request, caller.userId());
            queue.checkRoom();
            String id = store.create(caller, search, idempotencyKey);
            queue.wake();
            return get(id);
        }

        @Override
        public Page<Search> list(PageRequest page) {
            return store.list(caller.userId(), page);
        }

        @Override
        public Search get(String id) {
            return store.get(caller.userId(), id).orElseThrow(() -> QuantException.notFound("search", id));
        }

        @Override
        public Page<Trial> trials(String id, TrialQuery query, PageRequest page) {
            get(id);
            return store.trials(id, query, page);
        }

        @Override
        public BacktestRequest trialRequest(String id, int number) {
            NewSearch search = store.plan(caller.userId(), id).orElseThrow(() -> QuantException.notFound("search", id));
            TrialPlan plan = new TrialPlan(search);
            if (number < 1 || number > plan.size()) {
                throw QuantException.notFound("trial", Integer.toString(number));
            }
            Spot spot = plan.spot(number);
            return spot.part() == Part.TEST
                    ? plan.submitted(TrialPlan.paths(tested(id, spot).values()), spot)
                    : plan.submitted(plan.values(number), spot);
        }

        private Trial tested(String id, Spot spot) {
            TrialQuery query = new TrialQuery(spot.window(), Part.TEST, false);
            return store.trials(id, query, PageRequest.FIRST).items().stream()
                    .findFirst()
                    .orElseThrow(() -> QuantException.of(
                            ErrorCode.CONFLICT,
                            "what trial " + spot.number() + " tests is chosen once training has ended"));
        }

        @Override
        public HeatMap heatMap(String id, HeatMapQuery query) {
            Search search = get(id);
            Part part = search.request().walkForward() == null ? Part.WHOLE : Part.TRAIN;
            List<Trial> trials = new ArrayList<>();
            boolean more = true;
            for (int number = 1; more; number++) {
                PageRequest wanted = new PageRequest(number, PageRequest.MAX_LIMIT);
                Page<Trial> page = store.trials(id, new TrialQuery(null, part, false), wanted);
                trials.addAll(page.items());
                more = page.hasMore();
            }
            return HeatMaps.of(search.request(), trials, query);
        }

        @Override
        public OutOfSample outOfSample(String id) {
            Search search = get(id);
            if (search.status() != JobStatus.COMPLETED || search.walkForward() == null) {
                throw QuantException.of(
                        ErrorCode.CONFLICT,
                        "search " + id + " is " + search.status().name().toLowerCase(Locale.ROOT)
                                + "; joined test windows are there once a walk-forward search is completed");
            }
            List<LocalDate> dates = new ArrayList<>();
            List<Double> equity = new ArrayList<>();
            double value = search.request().backtest().initialCapital();
            for (Finished test : store.all(id, Part.TEST)) {
                for (int i = 0; i < test.returns().length; i++) {
                    value *= 1 + test.returns()[i];
                    dates.add(LocalDate.ofEpochDay(test.epochDays()[i]));
                    equity.add(value);
                }
            }
            return new OutOfSample(
                    dates, equity.stream().mapToDouble(Double::doubleValue).toArray());
        }

        @Override
        public Search cancel(String id) {
            get(id);
            jobs.cancel(id);
            return get(id);
        }

        @Override
        public void delete(String id) {
            if (!get(id).status().ended()) {
                throw QuantException.of(ErrorCode.CONFLICT, "search " + id + " has not ended; cancel it first");
            }
            store.delete(caller.userId(), id);
        }
    }
}

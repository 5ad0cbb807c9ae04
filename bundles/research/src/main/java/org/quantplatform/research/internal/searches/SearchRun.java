package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.SearchStore;
import org.quantplatform.core.searches.SearchStore.Finished;
import org.quantplatform.core.searches.SearchStore.Result;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.SharedRuns.Figures;
import org.quantplatform.research.internal.searches.TrialPlan.Spot;
import org.quantplatform.research.internal.searches.TrialRuns.Run;

/** One attempt at a search: what earlier attempts have stored is not run again. */
final class SearchRun {

    private final NewSearch search;
    private final TrialPlan plan;
    private final SearchStore store;
    private final JobContext job;
    private final Bench bench;
    private final TrialRuns trials;
    private final Set<Integer> finished;

    SearchRun(NewSearch search, SearchStore store, JobContext job, Bench bench, TrialRuns trials) {
        this.search = search;
        this.plan = new TrialPlan(search);
        this.store = store;
        this.job = job;
        this.bench = bench;
        this.trials = trials;
        this.finished = store.finished(job.id());
    }

    /** Runs one combination on what is shared. */
    interface Bench {

        Figures run(Map<SpacePath, Object> values, Spot spot, BooleanSupplier end) throws JobCancelled;
    }

    /** A run to be made, with its values. */
    private record Planned(Spot spot, Map<SpacePath, Object> values) {}

    Result result() throws JobCancelled {
        boolean windowed = !search.windows().isEmpty();
        int trained = windowed ? plan.test(1) - 1 : plan.size();
        make(IntStream.rangeClosed(1, trained)
                .mapToObj(number -> new Planned(plan.spot(number), plan.values(number)))
                .sorted(Comparator.comparing(planned -> scored(planned.values())))
                .toList());
        return windowed ? tested() : judged();
    }

    private Result judged() {
        List<Finished> all = store.all(job.id(), Part.WHOLE);
        Finished best = all.stream()
                .min(Comparator.comparing(Finished::trial, Objectives.best(objective())))
                .orElseThrow();
        refuseIfFailed(best.trial());
        if (search.request().kind() == SearchKind.COST_SENSITIVITY) {
            List<Double> multiples = search.request().costMultiples();
            List<Trial> each = all.stream().map(Finished::trial).toList();
            return new Result(best.trial(), null, null, Findings.costs(multiples, each));
        }
        return new Result(best.trial(), Luck.ofBest(best, all, store.counted(job.id())), null, null);
    }

    private Result tested() throws JobCancelled {
        List<List<Finished>> windows = new ArrayList<>();
        search.windows().forEach(window -> windows.add(new ArrayList<>()));
        store.all(job.id(), Part.TRAIN)
                .forEach(each -> windows.get(each.trial().window() - 1).add(each));
        List<Trial> chosen = new ArrayList<>();
        List<Planned> tests = new ArrayList<>();
        for (List<Finished> window : windows) {
            Trial best = window.stream()
                    .map(Finished::trial)
                    .min(Objectives.best(objective()))
                    .orElseThrow();
            refuseIfFailed(best);
            chosen.add(best);
            tests.add(new Planned(plan.spot(plan.test(best.window())), plan.values(best.number())));
        }
        make(tests);
        List<Finished> outcomes = store.all(job.id(), Part.TEST);
        return new Result(
                chosen.get(chosen.size() - 1),
                Luck.ofTests(Findings.joined(outcomes), windows, store.counted(job.id())),
                Findings.walkForward(
                        search.windows(),
                        chosen,
                        outcomes,
                        search.request().walkForward().acceptance()),
                null);
    }

    private void make(List<Planned> wanted) throws JobCancelled {
        List<Run> runs = new ArrayList<>();
        for (Planned planned : wanted) {
            if (!finished.contains(planned.spot().number())) {
                runs.add(end -> finished(planned, end));
            }
        }
        tell();
        trials.make(runs, job::cancelled, batch -> {
            store.save(job.id(), batch);
            batch.forEach(each -> finished.add(each.trial().number()));
            tell();
        });
    }

    private void tell() {
        int total = plan.size();
        job.progress(finished.size(), total, Map.of("completed_trials", finished.size(), "total_trials", total));
    }

    private Finished finished(Planned planned, BooleanSupplier end) throws JobCancelled {
        try {
            Figures figures = bench.run(planned.values(), planned.spot(), end);
            double reached = Objectives.of(objective(), figures.summary());
            Trial trial = trial(planned, reached, Optional.of(figures), Optional.empty());
            return new Finished(trial, figures.epochDays(), figures.returns());
        } catch (QuantException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                // it has to run again, and not to count as a failure of its parameters
                throw e;
            }
            Trial failed = trial(planned, Double.NaN, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
            return new Finished(failed, new int[0], new double[0]);
        }
    }

    private static Trial trial(Planned planned, double reached, Optional<Figures> figures, Optional<String> error) {
        Spot spot = planned.spot();
        return new Trial(
                spot.number(),
                spot.window(),
                spot.part(),
                TrialPlan.named(planned.values()),
                reached,
                figures.map(Figures::summary).orElse(null),
                error.orElse(null));
    }

    /** Runs with the same scores stand together, so that few scores need to be kept at a time. */
    private static String scored(Map<SpacePath, Object> values) {
        Map<SpacePath, Object> ofFactors = new TreeMap<>(values);
        ofFactors.keySet().removeIf(path -> !path.ofFactor());
        return ofFactors.toString();
    }

    private Objective objective() {
        return search.request().objective();
    }

    private static void refuseIfFailed(Trial best) {
        if (best.error() != null) {
            String where = best.window() == 0 ? "no trial" : "no trial of window " + best.window();
            throw QuantException.of(ErrorCode.UNPROCESSABLE, where + " ran through: " + best.error());
        }
    }
}

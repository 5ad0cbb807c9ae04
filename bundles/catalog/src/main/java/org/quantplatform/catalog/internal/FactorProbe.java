package org.quantplatform.catalog.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.PreparedFactor;
import org.quantplatform.spi.factor.Requirements;

/**
 * Tries a factor on made-up data.
 *
 * @param <P> the parameter record
 */
final class FactorProbe<P extends Record> {

    private static final long SEED = 20_150_101;
    private static final int DAYS_BEYOND_HISTORY = 130;
    private static final int[] CUTS_BEYOND_HISTORY = {-1, 0, 1, 2, 5, 21, 44, 63, 90, 110, 128, 129};
    private static final long MEETING_MILLIS = 200;
    private static final long JOIN_MILLIS = 3_000;
    private static final long START_UP_NANOS = 250_000_000;
    private static final long START_UP_BYTES = 32L << 20;

    private final Factor<P> factor;
    private final P parameters;
    private final Requirements needs;
    private final Budget budget;
    private final Isolation isolation;

    private FactorProbe(Factor<P> factor, P parameters, Requirements needs, Budget budget, Isolation isolation) {
        this.factor = factor;
        this.parameters = parameters;
        this.needs = needs;
        this.budget = budget;
        this.isolation = isolation;
    }

    /** What a factor may take per asset and day, on average. */
    record Budget(long cellMicros, long cellBytes) {}

    /** @throws Refusal with the first thing that is wrong */
    static <P extends Record> void run(Factor<P> factor, P parameters, Budget budget, Isolation isolation) {
        Requirements needs = factor.requires(parameters);
        Refusal.unless(needs != null, "its requirements are null");
        Refusal.unless(needs.equals(factor.requires(parameters)), "its requirements differ between two calls");
        new FactorProbe<>(factor, parameters, needs, budget, isolation).run();
    }

    private void run() {
        Panel panel = ProbePanel.of(needs.history() + DAYS_BEYOND_HISTORY, needs.fields(), SEED);
        double[] scores = compute(ProbeInput.of(panel, needs.fields()));
        checkBudgetAndRepetition(panel, scores);
        for (double score : scores) {
            Refusal.unless(!Double.isInfinite(score), "gives an infinite score; a score that is not known is NaN");
        }
        checkLookAhead(panel, scores);
        checkGroups(panel, scores);
        checkThreads(panel, scores);
    }

    private double[] compute(ProbeInput input) {
        ScoreMatrix out = new ScoreMatrix(input.assets(), input.days());
        try {
            factor.compute(input, parameters, out);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            checkFields(input);
            throw Refusal.thrown("compute", e);
        }
        checkFields(input);
        return out.values();
    }

    private static void checkFields(ProbeInput input) {
        Refusal.unless(
                input.undeclared().isEmpty(),
                "reads field " + input.undeclared() + ", which its requirements do not declare");
    }

    private void checkBudgetAndRepetition(Panel panel, double[] scores) {
        long cpu = Usage.cpuNanos();
        long bytes = Usage.allocatedBytes(Thread.currentThread());
        double[] again = compute(ProbeInput.of(panel, needs.fields()));
        cpu = Usage.cpuNanos() - cpu;
        bytes = Usage.allocatedBytes(Thread.currentThread()) - bytes;
        Refusal.unless(Arrays.equals(scores, again), "gives other scores for the same input the second time");
        long cells = scores.length;
        Refusal.unless(
                cpu <= START_UP_NANOS + cells * budget.cellMicros() * 1_000,
                "takes " + cpu / cells / 1_000 + " microseconds per asset and day, allowed are " + budget.cellMicros());
        Refusal.unless(
                bytes <= START_UP_BYTES + cells * budget.cellBytes(),
                "allocates " + bytes / cells + " bytes per asset and day, allowed are " + budget.cellBytes());
    }

    private void checkLookAhead(Panel panel, double[] scores) {
        TreeSet<Integer> cuts = new TreeSet<>();
        for (int beyond : CUTS_BEYOND_HISTORY) {
            cuts.add(Math.max(1, needs.history() + beyond));
        }
        for (int days : cuts) {
            double[] cut = compute(ProbeInput.of(panel.head(days), needs.fields()));
            for (int asset = 0; asset < panel.assets(); asset++) {
                int from = asset * panel.days();
                int day = Arrays.mismatch(cut, asset * days, (asset + 1) * days, scores, from, from + days);
                Refusal.unless(
                        day < 0,
                        "looks ahead: the score of " + panel.ticker(asset) + " on day " + (day + 1)
                                + " changes when the days after day " + days + " are cut off");
            }
        }
    }

    /** Without a cross-section, or with a prepared one, the platform may hand over the assets in any groups. */
    private void checkGroups(Panel panel, double[] scores) {
        int[] some = {7, 0, 5, 2};
        ProbeInput all = ProbeInput.of(panel, needs.fields());
        double[] group;
        if (!needs.crossSection()) {
            group = compute(all.only(some));
        } else if (factor instanceof PreparedFactor<P, ?> prepared) {
            group = grouped(prepared, all, some);
        } else {
            return;
        }
        for (int i = 0; i < some.length; i++) {
            int from = some[i] * panel.days();
            Refusal.unless(
                    Arrays.equals(group, i * panel.days(), (i + 1) * panel.days(), scores, from, from + panel.days()),
                    needs.crossSection()
                            ? "the score of an asset depends on the group that it is in"
                            : "the score of an asset depends on others, which its requirements do not declare");
        }
    }

    private <C> double[] grouped(PreparedFactor<P, C> prepared, ProbeInput all, int... some) {
        ScoreMatrix out = new ScoreMatrix(some.length, all.days());
        ProbeInput group = all.only(some);
        try {
            prepared.score(group, prepared.prepare(all, parameters), parameters, out);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw Refusal.thrown("score", e);
        }
        checkFields(all);
        checkFields(group);
        return out.values();
    }

    /** While one thread holds a history that it just read, another one computes something else from start to end. */
    private void checkThreads(Panel panel, double[] scores) {
        Panel other = ProbePanel.of(panel.days(), needs.fields(), SEED + 1);
        double[] expected = compute(ProbeInput.of(other, needs.fields()));
        int reads = needs.fields().size() * panel.assets();
        List<Rival> rivals = new ArrayList<>();
        AtomicInteger read = new AtomicInteger();
        double[] disturbed = compute(ProbeInput.of(panel, needs.fields()).afterRead(() -> {
            int count = read.incrementAndGet();
            if (count == 1 || count == reads / 2) {
                rivals.add(new Rival(other));
            }
        }));
        rivals.forEach(rival -> rival.check(expected));
        Refusal.unless(Arrays.equals(scores, disturbed), "gives other scores while another thread uses it");
    }

    /** Another thread that uses the same factor; the first one waits for it, but not for ever, since it may hold a lock. */
    private final class Rival {

        private final AtomicReference<double[]> scores = new AtomicReference<>(new double[0]);
        private final AtomicReference<Refusal> refusal = new AtomicReference<>();
        private final Thread thread;

        Rival(Panel panel) {
            thread = new Thread(
                    () -> {
                        try {
                            scores.set(compute(ProbeInput.of(panel, needs.fields())));
                        } catch (Refusal e) {
                            refusal.set(e);
                        }
                    },
                    Thread.currentThread().getName() + "-rival");
            thread.setDaemon(true);
            thread.start();
            join(MEETING_MILLIS);
        }

        void check(double[] expected) {
            join(JOIN_MILLIS);
            if (thread.isAlive()) {
                isolation.end(thread);
                throw new Refusal("does not come back when two threads use it");
            }
            if (Objects.nonNull(refusal.get())) {
                throw new Refusal(
                        "fails when two threads use it: " + refusal.get().getMessage(), refusal.get());
            }
            Refusal.unless(Arrays.equals(expected, scores.get()), "gives other scores while another thread uses it");
        }

        private void join(long millis) {
            try {
                thread.join(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal("was interrupted", e);
            }
        }
    }
}

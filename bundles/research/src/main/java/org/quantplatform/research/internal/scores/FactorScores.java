package org.quantplatform.research.internal.scores;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.PreparedFactor;
import org.quantplatform.spi.factor.Requirements;

/** Runs factors over a panel, in groups of assets on all processors; a group's scores do not depend on the others. */
public final class FactorScores implements Scores {

    private static final int GROUP = 64;

    private final Panel panel;
    private final List<Instrument> instruments;
    private final BooleanSupplier cancelled;
    private final @Nullable Membership membership;

    /** In which all assets are compared with all. */
    public FactorScores(Panel panel, List<Instrument> instruments, BooleanSupplier cancelled) {
        this(panel, instruments, cancelled, null);
    }

    private FactorScores(
            Panel panel, List<Instrument> instruments, BooleanSupplier cancelled, @Nullable Membership membership) {
        this.panel = panel;
        this.instruments = instruments;
        this.cancelled = cancelled;
        this.membership = membership;
    }

    /** The same, in which only members are compared with each other. */
    public FactorScores among(Membership members) {
        return new FactorScores(panel, instruments, cancelled, members);
    }

    @Override
    public String company() {
        return membership == null ? "" : membership.description();
    }

    /** One set of days per asset; empty for all. */
    private List<BitSet> members(Requirements needs) {
        List<BitSet> members = new ArrayList<>();
        if (membership == null || !needs.crossSection()) {
            return members;
        }
        boolean[] eligible = new boolean[panel.assets()];
        for (int asset = 0; asset < eligible.length; asset++) {
            members.add(new BitSet(panel.days()));
        }
        for (int day = 0; day < panel.days(); day++) {
            membership.mask(day, eligible);
            for (int asset = 0; asset < eligible.length; asset++) {
                members.get(asset).set(day, eligible[asset]);
            }
        }
        return members;
    }

    @Override
    public ScoreMatrix of(BoundPlugin<Factor<?>> plugin) throws JobCancelled {
        return compute(plugin.service(), plugin.parameters(), plugin.pin().id());
    }

    private <P extends Record> ScoreMatrix compute(Factor<P> factor, Record parameters, String id) throws JobCancelled {
        P own = factor.parameterType().cast(parameters);
        Requirements needs = factor.requires(own);
        for (Field field : needs.fields()) {
            if (!panel.has(field)) {
                throw QuantException.of(
                        ErrorCode.UNPROCESSABLE,
                        "factor " + id + " needs the field " + field + ", which is not stored");
            }
        }
        List<BitSet> members = members(needs);
        // A pool of the run's own: a plug-in that never returns takes no thread from later runs.
        ExecutorService threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), Daemon.threads("factor-" + id));
        Desk desk = new Desk(
                threads, id, (from, to) -> new PanelInput(panel, instruments, from, to, needs.fields(), members));
        try {
            if (needs.crossSection() && factor instanceof PreparedFactor<P, ?> prepared) {
                return groups(await(threads.submit(() -> prepared(prepared, own, desk)), id), GROUP, desk);
            }
            int size = needs.crossSection() ? Math.max(1, panel.assets()) : GROUP;
            return groups((group, out) -> factor.compute(group, own, out), size, desk);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Assets from one to before another. */
    @FunctionalInterface
    private interface Groups {

        PanelInput of(int from, int to);
    }

    /** Who computes which factor from what. */
    private record Desk(ExecutorService threads, String factor, Groups inputs) {}

    /** Fills in the scores of a group. */
    @FunctionalInterface
    private interface GroupWork {

        void fill(PanelInput group, ScoreMatrix out);
    }

    private <P extends Record, C> GroupWork prepared(PreparedFactor<P, C> factor, P parameters, Desk desk) {
        C prepared = factor.prepare(desk.inputs().of(0, panel.assets()), parameters);
        return (group, out) -> factor.score(group, prepared, parameters, out);
    }

    private ScoreMatrix groups(GroupWork work, int size, Desk desk) throws JobCancelled {
        ScoreMatrix scores = new ScoreMatrix(panel.assets(), panel.days());
        List<Future<?>> parts = new ArrayList<>();
        for (int from = 0; from < panel.assets(); from += size) {
            int first = from;
            int end = Math.min(from + size, panel.assets());
            parts.add(desk.threads().submit(() -> {
                ScoreMatrix part = new ScoreMatrix(end - first, panel.days());
                work.fill(desk.inputs().of(first, end), part);
                System.arraycopy(part.values(), 0, scores.values(), first * panel.days(), part.values().length);
            }));
        }
        for (Future<?> part : parts) {
            await(part, desk.factor());
        }
        return scores;
    }

    private <T> T await(Future<T> part, String id) throws JobCancelled {
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new JobCancelled();
            }
            try {
                return part.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new JobCancelled();
            } catch (ExecutionException e) {
                throw QuantException.of(
                        ErrorCode.PLUGIN_FAILED, "factor " + id + " failed: " + e.getCause(), e.getCause());
            }
        }
    }
}

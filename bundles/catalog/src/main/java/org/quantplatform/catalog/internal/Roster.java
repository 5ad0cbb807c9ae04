package org.quantplatform.catalog.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.PluginInfo.BundleInfo;
import org.quantplatform.api.plugins.PluginInfo.Status;
import org.quantplatform.catalog.internal.Entry.Verdict;
import org.quantplatform.model.PluginKind;

/**
 * All plug-ins that are there. When several admitted ones of a kind share an id, the one from the highest bundle version is
 * offered (of equal versions the one that was installed first); the others wait and take its place when it leaves.
 */
final class Roster {

    private static final Comparator<Entry> PRECEDENCE = Comparator.comparing(
                    (Entry entry) -> entry.origin().version())
            .reversed()
            .thenComparing(entry -> entry.origin().bundleId());

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    synchronized void add(Entry entry) {
        entries.add(entry);
        notifyAll();
    }

    synchronized void remove(Entry entry) {
        entries.remove(entry);
        notifyAll();
    }

    /** False when the plug-in has left meanwhile. */
    synchronized boolean judge(Entry entry, Verdict verdict) {
        entry.judge(verdict);
        notifyAll();
        return entries.contains(entry);
    }

    /** Waits while no plug-in of this id is offered and one is still being probed. */
    void awaitProbation(PluginKind kind, String id, Duration limit) throws InterruptedException {
        // every request asks for its auth mode, and none must wait for another
        if (offered(kind, id).isEmpty()) {
            awaitVerdict(kind, id, limit);
        }
    }

    private synchronized void awaitVerdict(PluginKind kind, String id, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (offered(kind, id).isEmpty() && all(kind, id).stream().anyMatch(Roster::onProbation)) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return;
            }
            wait(millis);
        }
    }

    /** The one that is offered. */
    Optional<Entry> offered(PluginKind kind, String id) {
        @Nullable Entry first = null;
        for (Entry entry : entries) {
            boolean fits = entry.is(kind, id) && entry.admitted().isPresent();
            if (fits && (first == null || PRECEDENCE.compare(entry, first) < 0)) {
                first = entry;
            }
        }
        return Optional.ofNullable(first);
    }

    /** Those that share the id, in order of precedence. */
    List<Entry> all(PluginKind kind, String id) {
        return entries.stream()
                .filter(entry -> entry.is(kind, id))
                .sorted(PRECEDENCE)
                .toList();
    }

    /** In order of kind, id and precedence. */
    List<Entry> all() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(Entry::kind).thenComparing(Entry::id).thenComparing(PRECEDENCE));
        return sorted;
    }

    PluginInfo describe(Entry entry) {
        Verdict verdict = entry.verdict();
        if (verdict instanceof Verdict.Quarantined quarantined) {
            return info(entry, Status.QUARANTINED, quarantined.reason(), quarantined.sha256());
        }
        if (verdict instanceof Verdict.Admitted admitted) {
            Entry first = offered(entry.kind(), entry.id()).orElse(entry);
            return first == entry
                    ? info(entry, Status.ACTIVE, "", admitted.sha256())
                    : info(entry, Status.QUARANTINED, waiting(first), admitted.sha256());
        }
        return info(entry, Status.PROBATION, "", "");
    }

    private static String waiting(Entry first) {
        return "waits: version " + first.origin().version() + " of "
                + first.origin().symbolicName() + " serves this id";
    }

    private static PluginInfo info(Entry entry, Status status, String reason, String sha256) {
        Entry.Origin origin = entry.origin();
        return new PluginInfo(
                entry.kind(),
                entry.id(),
                entry.properties().title(),
                entry.properties().tags(),
                status,
                reason.isEmpty() ? null : reason,
                new BundleInfo(origin.symbolicName(), origin.version().toString(), sha256),
                entry.admitted()
                        .flatMap(Verdict.Admitted::binder)
                        .map(ParameterBinder::describe)
                        .orElse(List.of()),
                entry.since());
    }

    private static boolean onProbation(Entry entry) {
        return entry.verdict() instanceof Verdict.Probation;
    }
}

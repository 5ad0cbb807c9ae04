package org.quantplatform.catalog.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.quantplatform.catalog.internal.Entry.Verdict;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.model.PluginKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters plug-in services into the roster as they come and has them tried in threads of its own: the framework's thread,
 * which may hold locks, only takes notes.
 */
final class PluginTracker implements ServiceTrackerCustomizer<Object, List<Entry>>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginTracker.class);
    private static final int THREADS = 4;

    private final BundleContext context;
    private final Roster roster;
    private final Admission admission;
    private final Clock clock;
    private final ServiceTracker<Object, List<Entry>> tracker;
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, Daemon.threads("admission"));

    PluginTracker(BundleContext context, Roster roster, Admission admission, Clock clock) {
        this.context = context;
        this.roster = roster;
        this.admission = admission;
        this.clock = clock;
        StringBuilder filter = new StringBuilder("(|");
        Kinds.services().values().forEach(service -> filter.append("(objectClass=" + service.getName() + ")"));
        try {
            this.tracker = new ServiceTracker<>(
                    context, context.createFilter(filter.append(")").toString()), this);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void open() {
        // also services whose interface is not ours, so that they can be told what is wrong
        tracker.open(true);
    }

    @Override
    public void close() {
        tracker.close();
        executor.shutdownNow();
    }

    @Override
    public List<Entry> addingService(ServiceReference<Object> reference) {
        List<Entry> arrived = new ArrayList<>();
        List<String> interfaces = List.of((String[]) reference.getProperty(Constants.OBJECTCLASS));
        for (Map.Entry<PluginKind, Class<?>> kind : Kinds.services().entrySet()) {
            if (interfaces.contains(kind.getValue().getName())) {
                arrived.add(entry(kind.getKey(), kind.getValue(), reference));
            }
        }
        arrived.forEach(this::receive);
        return arrived;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, List<Entry> entries) {
        leave(entries);
        List<Entry> anew = addingService(reference);
        entries.clear();
        entries.addAll(anew);
    }

    @Override
    public void removedService(ServiceReference<Object> reference, List<Entry> entries) {
        leave(entries);
    }

    /** Tries a plug-in in the calling thread. */
    void probe(Entry entry) {
        long started = System.nanoTime();
        Verdict verdict = admission.judge(entry);
        if (!roster.judge(entry, verdict)) {
            return;
        }
        if (verdict instanceof Verdict.Quarantined quarantined) {
            LOG.warn(
                    "Plug-in {} from {} is quarantined: {}",
                    entry,
                    entry.origin().symbolicName(),
                    quarantined.reason());
            return;
        }
        LOG.info("Plug-in {} admitted after {} ms", entry, (System.nanoTime() - started) / 1_000_000);
    }

    private Entry entry(PluginKind kind, Class<?> service, ServiceReference<Object> reference) {
        Bundle bundle = reference.getBundle();
        Entry.Origin origin =
                new Entry.Origin(String.valueOf(bundle.getSymbolicName()), bundle.getVersion(), bundle.getBundleId());
        PluginProperties properties = PluginProperties.of(
                reference::getProperty,
                String.valueOf(reference.getProperty("component.name")).toLowerCase(Locale.ROOT));
        return new Entry(kind, properties, origin, new ServiceArrival(context, reference, service), clock.instant());
    }

    private void receive(Entry entry) {
        roster.add(entry);
        try {
            executor.execute(() -> probe(entry));
        } catch (RejectedExecutionException e) {
            roster.remove(entry);
        }
    }

    private void leave(List<Entry> entries) {
        for (Entry entry : entries) {
            boolean offered = roster.offered(entry.kind(), entry.id())
                    .filter(entry::equals)
                    .isPresent();
            roster.remove(entry);
            if (offered) {
                LOG.info("Plug-in {} left", entry);
                roster.offered(entry.kind(), entry.id())
                        .ifPresent(next -> LOG.info("Plug-in {} takes its place", next));
            }
        }
    }
}

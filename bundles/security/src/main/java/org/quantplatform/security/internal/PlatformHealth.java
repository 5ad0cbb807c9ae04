package org.quantplatform.security.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Sessions;
import org.quantplatform.api.audit.Audit;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.health.Health;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.api.health.HealthReport.DatabaseInfo;
import org.quantplatform.api.health.HealthReport.PluginCounts;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.Plugins;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.strategies.Strategies;
import org.quantplatform.api.users.Account;
import org.quantplatform.api.users.ApiKeys;
import org.quantplatform.api.users.Users;
import org.quantplatform.core.health.DatabaseProbe;
import org.quantplatform.core.health.ReadyCheck;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.jobs.JobStore;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.QuantException;

/** Looks at every part when asked; parts may come and go, so nothing is held. */
@Component
public final class PlatformHealth implements Health {

    /**
     * Plug-ins on probation and work before the first request keep a server from being ready for as long after its start,
     * and not later.
     */
    private static final Duration START = Duration.ofSeconds(30);

    private static final List<Class<?>> PARTS = List.of(
            Strategies.class,
            Backtests.class,
            RunStatistics.class,
            MarketData.class,
            Plugins.class,
            Jobs.class,
            Audit.class,
            Account.class,
            ApiKeys.class,
            Users.class);

    private final BundleContext context;
    private final CallerServices services;
    private final LocalOnly localOnly;
    private final long startedNanos = System.nanoTime();

    @Activate
    public PlatformHealth(BundleContext context, @Reference CallerServices services, @Reference LocalOnly localOnly) {
        this.context = context;
        this.services = services;
        this.localOnly = localOnly;
    }

    @Override
    public HealthReport report() {
        Map<String, String> problems = new TreeMap<>();
        Optional<DatabaseInfo> database = ask(DatabaseProbe.class).flatMap(DatabaseProbe::probe);
        if (database.isEmpty()) {
            problems.put("database", "does not answer");
        }
        PluginCounts plugins = plugins(problems);
        Map<String, Long> jobs = database.isPresent() ? jobs() : Map.of();
        for (Class<?> part : PARTS) {
            if (services.find(part).isEmpty()) {
                problems.put(part.getSimpleName().toLowerCase(Locale.ROOT), "not there yet");
            }
        }
        if (ask(Sessions.class).isEmpty() || ask(JobQueue.class).isEmpty()) {
            problems.put("sessions", "not there yet");
        }
        localOnly.problem().ifPresent(problem -> problems.put("auth_mode", problem));
        if (starting()) {
            ask(ReadyCheck.class).flatMap(ReadyCheck::pending).ifPresent(work -> problems.put("start", work));
        }
        return new HealthReport(
                status(problems),
                context.getBundle().getVersion().toString(),
                uptime().toSeconds(),
                database.orElse(null),
                plugins,
                jobs,
                problems);
    }

    private PluginCounts plugins(Map<String, String> problems) {
        PluginRegistry registry = ask(PluginRegistry.class).orElse(null);
        if (registry == null) {
            problems.put("plugins", "not there yet");
            return new PluginCounts(0, 0);
        }
        long active = registry.count(PluginInfo.Status.ACTIVE);
        long probation = registry.count(PluginInfo.Status.PROBATION);
        if (starting() && (active == 0 || probation > 0)) {
            problems.put("plugins", probation + " being probed");
        }
        return new PluginCounts(active, registry.count(PluginInfo.Status.QUARANTINED));
    }

    private Map<String, Long> jobs() {
        JobStore store = ask(JobStore.class).orElse(null);
        if (store == null) {
            return Map.of();
        }
        return quietly(
                () -> Map.of("queued", store.count(JobStatus.QUEUED), "running", store.count(JobStatus.RUNNING)),
                Map.of());
    }

    private String status(Map<String, String> problems) {
        if (problems.isEmpty()) {
            return "ok";
        }
        return starting() ? "starting" : "unavailable";
    }

    private boolean starting() {
        return uptime().compareTo(START) < 0;
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private <T> Optional<T> ask(Class<T> type) {
        @Nullable ServiceReference<T> reference = context.getServiceReference(type);
        return reference == null ? Optional.empty() : Optional.ofNullable(context.getService(reference));
    }

    private static <T> T quietly(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (QuantException e) {
            return otherwise;
        }
    }
}

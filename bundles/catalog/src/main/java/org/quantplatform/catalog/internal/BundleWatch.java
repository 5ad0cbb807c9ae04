package org.quantplatform.catalog.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.PluginInfo.BundleInfo;
import org.quantplatform.api.plugins.PluginInfo.Status;
import org.quantplatform.catalog.internal.policy.PolicyGuard;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.model.PluginKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second for plug-in jars that never became services: files that the server did not install, and bundles that
 * it could not resolve or start. What is wrong for some time is shown; what was mended disappears.
 */
final class BundleWatch implements FrameworkListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BundleWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BundleContext context;
    private final Path folder;
    private final PolicyGuard policy;
    private final Clock clock;
    private final Map<Long, String> failures = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(Daemon.threads("plugin-watch"));
    private Map<String, Finding> findings = new TreeMap<>();
    private volatile List<PluginInfo> broken = List.of();

    BundleWatch(BundleContext context, Path folder, PolicyGuard policy, Clock clock) {
        this.context = context;
        this.folder = folder;
        this.policy = policy;
        this.clock = clock;
    }

    /** Something wrong, since when, and whether the log has it. */
    private record Finding(Suspect suspect, Instant since, boolean shown) {}

    /**
     * What is wrong with a jar.
     *
     * @param id name of the jar's file
     * @param sha256 empty when it cannot be read
     */
    record Suspect(String id, String symbolicName, String version, String sha256, String reason) {

        Suspect because(String other) {
            return new Suspect(id, symbolicName, version, sha256, other);
        }
    }

    void start() {
        context.addFrameworkListener(this);
        scheduler.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        context.removeFrameworkListener(this);
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR && event.getThrowable() != null) {
            failures.put(event.getBundle().getBundleId(), event.getThrowable().toString());
        }
    }

    /** In order of their files' names. */
    List<PluginInfo> broken() {
        return broken;
    }

    synchronized void look() {
        policy.release();
        Instant now = clock.instant();
        Map<String, Finding> next = new TreeMap<>();
        for (Suspect suspect : suspects()) {
            Finding before = findings.get(suspect.id());
            Instant since = before == null ? now : before.since();
            boolean shown = !Duration.between(since, now).minus(PATIENCE).isNegative();
            if (shown && (before == null || !before.shown())) {
                LOG.warn("Plug-in jar {} is quarantined: {}", suspect.id(), suspect.reason());
            }
            next.put(suspect.id(), new Finding(suspect, since, shown));
        }
        findings = next;
        broken = next.values().stream()
                .filter(Finding::shown)
                .map(BundleWatch::describe)
                .toList();
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            // the schedule would end with the exception
            LOG.warn("Looking for broken plug-in jars failed", e);
        }
    }

    private static PluginInfo describe(Finding finding) {
        Suspect suspect = finding.suspect();
        return new PluginInfo(
                PluginKind.BUNDLE,
                suspect.id(),
                suspect.id(),
                List.of(),
                Status.QUARANTINED,
                suspect.reason(),
                new BundleInfo(suspect.symbolicName(), suspect.version(), suspect.sha256()),
                List.of(),
                finding.since());
    }

    private List<Suspect> suspects() {
        List<Suspect> suspects = new ArrayList<>();
        Bundle[] bundles = context.getBundles();
        List<Path> jars = jars();
        for (Bundle bundle : bundles) {
            Optional<Path> jar =
                    jars.stream().filter(path -> isFrom(bundle, path)).findFirst();
            if (jar.isPresent() || BundleTrouble.concernsPlugins(bundle)) {
                policy.refusal(bundle)
                        .or(() -> BundleTrouble.of(
                                context, bundle, jar.isPresent(), failures.getOrDefault(bundle.getBundleId(), "")))
                        .ifPresent(reason -> suspects.add(suspect(bundle, jar, reason)));
            }
        }
        for (Path jar : jars) {
            if (Stream.of(bundles).noneMatch(bundle -> isFrom(bundle, jar))) {
                Suspect suspect = JarInspection.inspect(jar);
                suspects.add(policy.refusal(jar).map(suspect::because).orElse(suspect));
            }
        }
        return suspects;
    }

    private static Suspect suspect(Bundle bundle, Optional<Path> jar, String reason) {
        String name = String.valueOf(bundle.getSymbolicName());
        String id = jar.map(path -> path.getFileName().toString()).orElse(name);
        return new Suspect(
                id,
                name,
                bundle.getVersion().toString(),
                jar.map(JarInspection::digest).orElse(""),
                reason);
    }

    private List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.debug("The deploy folder cannot be listed", e);
            return List.of();
        }
    }

    /** The deployer writes a file's address into the location, sometimes wrapped in another one. */
    private boolean isFrom(Bundle bundle, Path jar) {
        String address = jar.toUri().getRawPath();
        String tail = address.substring(address.lastIndexOf('/', address.lastIndexOf('/') - 1));
        String location = bundle.getLocation();
        int at = location.indexOf(tail);
        return at >= 0
                && (at + tail.length() == location.length() || "$?!".indexOf(location.charAt(at + tail.length())) >= 0);
    }
}

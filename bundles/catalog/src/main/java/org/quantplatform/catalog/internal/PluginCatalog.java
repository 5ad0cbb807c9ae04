package org.quantplatform.catalog.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.Plugins;
import org.quantplatform.catalog.internal.policy.DeployPolicy;
import org.quantplatform.catalog.internal.policy.PolicyGuard;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;

/** The plug-ins of this server: follows them as they come and go, and hands them out. */
@Component(
        immediate = true,
        service = {PluginRegistry.class, CallerService.class},
        configurationPid = "org.quantplatform.catalog",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CatalogSettings.class)
public final class PluginCatalog implements PluginRegistry, CallerService<Plugins> {

    private final Roster roster = new Roster();
    private final PluginTracker tracker;
    private final BundleWatch watch;
    private final PolicyGuard guard;
    private final BoundPlugins bound;
    private final PluginList list;

    @Activate
    public PluginCatalog(BundleContext context, CatalogSettings settings) {
        Path base = folder(context, "karaf.base");
        Path data = folder(context, "karaf.data");
        Isolation isolation = new Isolation(new Isolation.Limits(
                settings.probe_cpu_millis(), settings.probe_deadline_millis(), settings.probe_memory_mb() << 20));
        Probes probes = new Probes(
                new FactorProbe.Budget(settings.probe_cell_micros(), settings.probe_cell_bytes()), isolation);
        PluginArchive archive = new PluginArchive(data.resolve(settings.archive_directory()));
        this.tracker = new PluginTracker(context, roster, new Admission(archive, probes, isolation), Clock.systemUTC());
        Path deploy = base.resolve(settings.deploy_directory());
        this.guard = new PolicyGuard(
                context,
                new DeployPolicy(settings.policy(), deploy, base.resolve(settings.policy_signers())),
                bundle -> BundleContent.frameworkCopy(context, bundle));
        this.watch = new BundleWatch(context, deploy, guard, Clock.systemUTC());
        this.bound = new BoundPlugins(
                roster,
                new ArchivedPlugins(archive, new FrameworkClasses(context)),
                Duration.ofMillis(settings.probe_deadline_millis()));
        this.list = new PluginList(roster, tracker, watch);
        tracker.open();
        guard.open();
        watch.start();
    }

    @Deactivate
    void stop() {
        watch.close();
        guard.close();
        tracker.close();
    }

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, String id, Map<String, Object> parameters, RequestPath path) {
        return bound.active(service, id, parameters, path);
    }

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, PluginPin pin, Map<String, Object> parameters) {
        return bound.pinned(service, pin, parameters);
    }

    @Override
    public Optional<PluginInfo> find(PluginKind kind, String id) {
        return roster.offered(kind, PluginProperties.normalised(id)).map(roster::describe);
    }

    @Override
    public List<PluginInfo> active(PluginKind kind) {
        return list.all().stream()
                .filter(info -> info.kind() == kind && info.status() == PluginInfo.Status.ACTIVE)
                .toList();
    }

    @Override
    public long count(PluginInfo.Status status) {
        return list.all().stream().filter(info -> info.status() == status).count();
    }

    @Override
    public Class<Plugins> type() {
        return Plugins.class;
    }

    @Override
    public Plugins forCaller(Caller caller) {
        return list;
    }

    private static Path folder(BundleContext context, String property) {
        String value = context.getProperty(property);
        return Path.of(value == null ? "" : value).toAbsolutePath().normalize();
    }
}

package org.quantplatform.catalog.internal.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the policy in force, and only then lets the framework go on to the level at which the deploy folder is read and what came
 * through it is started.
 */
public final class PolicyGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyGuard.class);
    private static final int ALL_STARTED = 100;

    private final BundleContext context;
    private final DeployPolicy policy;
    private final InstalledPolicy installed;
    private volatile Runnable release = () -> {};
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /** @param content the framework's copy of a bundle */
    public PolicyGuard(BundleContext context, DeployPolicy policy, Function<Bundle, Optional<Path>> content) {
        this.context = context;
        this.policy = policy;
        this.installed = new InstalledPolicy(policy, content);
    }

    public void open() {
        if (policy.signedOnly()) {
            Hashtable<String, Object> first = new Hashtable<>();
            first.put(Constants.SERVICE_RANKING, Integer.MAX_VALUE);
            String[] hooks = {ResolverHookFactory.class.getName(), WeavingHook.class.getName()};
            registrations.add(context.registerService(hooks, new PolicyHook(installed), first));
            registerInstaller(first);
            expel();
        }
        FrameworkStartLevel level = system().adapt(FrameworkStartLevel.class);
        if (level.getStartLevel() < ALL_STARTED) {
            level.setStartLevel(ALL_STARTED);
        }
    }

    /** To be called now and then: lets go of what may run by now, since it was signed, or its signer is trusted. */
    public void release() {
        release.run();
    }

    /** Where there is no deployer there is nothing to be taken out of its hands. */
    private void registerInstaller(Hashtable<String, Object> properties) {
        try {
            String[] names = {
                "org.apache.felix.fileinstall.ArtifactInstaller", "org.apache.felix.fileinstall.ArtifactListener"
            };
            PolicyInstaller installer = new PolicyInstaller(policy);
            registrations.add(context.registerService(names, installer, properties));
            release = installer::release;
        } catch (NoClassDefFoundError e) {
            LOG.debug("There is no deployer", e);
        }
    }

    /** What was let in under another policy goes back to where it is not resolved. */
    private void expel() {
        List<Bundle> refused = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean inUse = bundle.getState() != Bundle.INSTALLED && bundle.getState() != Bundle.UNINSTALLED;
            if (inUse && installed.refusal(bundle).isPresent()) {
                LOG.warn(
                        "{} may not run any more: {}",
                        bundle,
                        installed.refusal(bundle).orElse(""));
                refused.add(bundle);
            }
        }
        if (!refused.isEmpty()) {
            system().adapt(FrameworkWiring.class).refreshBundles(refused);
        }
    }

    /** Why the bundle may not run; empty when it may. */
    public Optional<String> refusal(Bundle bundle) {
        return policy.signedOnly() ? installed.refusal(bundle) : Optional.empty();
    }

    /** Why the file may not run; empty when it may. */
    public Optional<String> refusal(Path file) {
        return policy.refusal(file);
    }

    private Bundle system() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
    }
}

package org.quantplatform.catalog.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** Finds classes where the bundles of the framework export them; of several exporters the highest package version. */
final class FrameworkClasses implements ArchivedClasses.ImportedClasses {

    private final BundleContext context;

    FrameworkClasses(BundleContext context) {
        this.context = context;
    }

    @Override
    public Class<?> load(String packageName, String className) throws ClassNotFoundException {
        if (packageName.startsWith("org.quantplatform.spi") || packageName.equals("org.quantplatform.model")) {
            // must be the very types that this bundle knows
            return getClass().getClassLoader().loadClass(className);
        }
        Bundle exporter = Arrays.stream(context.getBundles())
                .flatMap(bundle -> export(bundle, packageName).stream())
                .max(Comparator.comparing(FrameworkClasses::version))
                .map(capability -> capability.getRevision().getBundle())
                .orElseThrow(() -> new ClassNotFoundException(className + ": nothing exports " + packageName));
        return exporter.loadClass(className);
    }

    private static Optional<BundleCapability> export(Bundle bundle, String packageName) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return Optional.empty();
        }
        return wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(capability ->
                        packageName.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .findFirst();
    }

    private static Version version(BundleCapability capability) {
        return capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version version
                ? version
                : Version.emptyVersion;
    }
}

package org.quantplatform.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.service.component.ComponentConstants;

/** Why an installed bundle offers no plug-in although it was meant to. */
final class BundleTrouble {

    private static final Pattern AT_LEAST = Pattern.compile("\\(version>=([^)]*)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]*)\\)\\)");

    private BundleTrouble() {}

    /** True for bundles written against the plug-in interfaces. */
    static boolean concernsPlugins(Bundle bundle) {
        String imports = bundle.getHeaders("").get(Constants.IMPORT_PACKAGE);
        return imports != null && imports.contains("org.quantplatform.spi");
    }

    /**
     * @param dropped true when it came through the deploy folder
     * @param failure what the framework last said about it, empty for nothing
     */
    static Optional<String> of(BundleContext context, Bundle bundle, boolean dropped, String failure) {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
            return Optional.empty();
        }
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> Optional.of(unresolved(context, bundle, failure));
            case Bundle.RESOLVED ->
                isMeantToRun(bundle)
                        ? Optional.of("cannot be started: " + (failure.isEmpty() ? "the log says why" : failure))
                        : Optional.empty();
            case Bundle.ACTIVE -> dropped ? silent(bundle) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isMeantToRun(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return level != null && level.isPersistentlyStarted();
    }

    private static Optional<String> silent(Bundle bundle) {
        if (!concernsPlugins(bundle) || bundle.getRegisteredServices() != null) {
            return Optional.empty();
        }
        return Optional.of(
                bundle.getHeaders("").get(ComponentConstants.SERVICE_COMPONENT) == null
                        ? "its manifest has no Service-Component header, so that nothing in it is started"
                        : "runs, but its components are not registered; what they reference may be missing");
    }

    private static String unresolved(BundleContext context, Bundle bundle, String failure) {
        List<String> missing = missing(context, bundle);
        if (!missing.isEmpty()) {
            return "cannot be resolved: nothing provides " + String.join(", ", missing);
        }
        return "cannot be resolved: "
                + (failure.isEmpty() ? "what it needs is there but does not fit together" : failure);
    }

    private static List<String> missing(BundleContext context, Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        List<String> missing = new ArrayList<>();
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            boolean mandatory = !Namespace.RESOLUTION_OPTIONAL.equals(
                            requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                    && isForResolving(requirement);
            if (mandatory && wiring.findProviders(requirement).isEmpty()) {
                missing.add(describe(requirement));
            }
        }
        return missing;
    }

    private static boolean isForResolving(BundleRequirement requirement) {
        String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE);
    }

    private static String describe(BundleRequirement requirement) {
        String filter = String.valueOf(requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE));
        if (!requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return requirement.getNamespace() + " " + filter;
        }
        Matcher name = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]*)\\)").matcher(filter);
        Matcher from = AT_LEAST.matcher(filter);
        Matcher below = BELOW.matcher(filter);
        String range =
                (from.find() ? " from " + from.group(1) : "") + (below.find() ? " to below " + below.group(1) : "");
        return "package " + (name.find() ? name.group(1) + range : filter);
    }
}

package org.quantplatform.catalog.internal.policy;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps bundles that may not run from finding what they need, so that neither they nor, as fragments, others with them are
 * resolved; of those that need nothing no class is let in.
 */
final class PolicyHook implements ResolverHookFactory, WeavingHook {

    private final InstalledPolicy policy;

    PolicyHook(InstalledPolicy policy) {
        this.policy = policy;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return new ResolverHook() {

            @Override
            public void filterResolvable(Collection<BundleRevision> candidates) {
                // Felix would then offer nobody the packages of bundles that are resolved already
            }

            @Override
            public void filterSingletonCollisions(
                    BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {
                // who comes first is not the question
            }

            @Override
            public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
                if (isRefused(requirement.getRevision().getBundle())) {
                    candidates.clear();
                }
            }

            @Override
            public void end() {
                // nothing is held
            }
        };
    }

    @Override
    public void weave(WovenClass woven) {
        Bundle bundle = woven.getBundleWiring().getBundle();
        if (isRefused(bundle)) {
            throw new WeavingException(policy.refusal(bundle).orElse("refused"));
        }
    }

    private boolean isRefused(Bundle bundle) {
        return policy.refusal(bundle).isPresent();
    }
}

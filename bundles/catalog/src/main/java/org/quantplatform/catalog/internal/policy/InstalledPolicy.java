package org.quantplatform.catalog.internal.policy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Bundle;

/** The policy for bundles that are installed: what counts is the framework's own copy, which is what would run. */
final class InstalledPolicy {

    private final DeployPolicy policy;
    private final Function<Bundle, Optional<Path>> content;

    InstalledPolicy(DeployPolicy policy, Function<Bundle, Optional<Path>> content) {
        this.policy = policy;
        this.content = content;
    }

    Optional<String> refusal(Bundle bundle) {
        if (bundle.getBundleId() == 0 || !policy.covers(bundle.getLocation())) {
            return Optional.empty();
        }
        return content.apply(bundle)
                .map(policy::refusal)
                .orElseGet(() -> Optional.of("refused by the policy signed-only: its content is not known"));
    }
}

package org.quantplatform.catalog.internal.policy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what may not run out of the deployer's hands, before it installs it or puts it in the place of another bundle. */
final class PolicyInstaller implements ArtifactInstaller {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyInstaller.class);

    private final DeployPolicy policy;
    private final Set<Path> held = ConcurrentHashMap.newKeySet();

    PolicyInstaller(DeployPolicy policy) {
        this.policy = policy;
    }

    @Override
    public boolean canHandle(File artifact) {
        return policy.covers(artifact.toPath())
                && policy.refusal(artifact.toPath()).isPresent();
    }

    @Override
    public void install(File artifact) {
        held.add(artifact.toPath());
        LOG.warn(
                "{} is not installed: {}",
                artifact,
                policy.refusal(artifact.toPath()).orElse("refused"));
    }

    @Override
    public void update(File artifact) {
        install(artifact);
    }

    /** Also asked for when the file has become one that may run; the deployer then has to see it as a new one. */
    @Override
    public void uninstall(File artifact) {
        held.add(artifact.toPath());
    }

    /** Shows the deployer anew what may run meanwhile: it looks at a file again only when its time has changed. */
    void release() {
        held.removeIf(file -> !Files.exists(file) || (policy.refusal(file).isEmpty() && touched(file)));
    }

    private static boolean touched(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.warn("{} may run now, but cannot be shown to the deployer: {}", file, e.toString());
        }
        return true;
    }
}

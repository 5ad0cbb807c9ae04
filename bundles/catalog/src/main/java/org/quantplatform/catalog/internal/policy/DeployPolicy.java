package org.quantplatform.catalog.internal.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whether what lies in the deploy folder may run: anything, or only jars that somebody whom the operator trusts has signed. */
public final class DeployPolicy {

    private static final int MOST_REMEMBERED = 1000;

    private final boolean signedOnly;
    private final Path folder;
    private final Path signers;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** What was found about a file as it was then, under the trusted certificates as they were then. */
    private record Known(FileTime changed, long size, FileTime signersChanged, Optional<String> refusal) {}

    /**
     * @param policy {@code open} or {@code signed-only}; whatever else is taken as the latter, to be safe
     * @param signers file of trusted certificates
     */
    public DeployPolicy(String policy, Path folder, Path signers) {
        this.signedOnly = !policy.strip().equals("open");
        this.folder = folder.toAbsolutePath().normalize();
        this.signers = signers;
    }

    public boolean signedOnly() {
        return signedOnly;
    }

    /** Whether a bundle of this location came through the folder. */
    public boolean covers(String location) {
        return location.contains(folder.toUri().getRawPath().replaceAll("/$", "") + "/");
    }

    /** Whether the file lies in the folder. */
    public boolean covers(Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder);
    }

    /** Why the file may not run; empty when it may. */
    public Optional<String> refusal(Path file) {
        if (!signedOnly) {
            return Optional.empty();
        }
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            FileTime trust = Files.exists(signers) ? Files.getLastModifiedTime(signers) : FileTime.fromMillis(0);
            long size = Files.size(file);
            Known before = known.get(file);
            if (before != null
                    && before.changed().equals(changed)
                    && before.size() == size
                    && before.signersChanged().equals(trust)) {
                return before.refusal();
            }
            Optional<String> refusal = judged(file);
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
            known.put(file, new Known(changed, size, trust, refusal));
            return refusal;
        } catch (IOException e) {
            return Optional.of("refused by the policy signed-only: it cannot be read");
        }
    }

    private Optional<String> judged(Path file) {
        return why(file).map(reason -> "refused by the policy signed-only: " + reason);
    }

    private Optional<String> why(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of("only jars are taken");
        }
        try {
            Signers trusted = Signers.read(signers);
            return trusted.isEmpty()
                    ? Optional.of(signers + " holds no certificate, so that nobody is trusted")
                    : SignedJar.refusal(file, trusted);
        } catch (IOException e) {
            return Optional.of("nobody is trusted, " + signers + " cannot be read");
        }
    }
}

package org.quantplatform.embeddeddb.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs PostgreSQL's programs. They refuse to run as root, so root runs them in a user namespace of their own, or, where that
 * is not allowed (many containers), as an unprivileged user who then owns the folder.
 */
final class Commands {

    private static final String FALLBACK_USER = "nobody";
    private static final String FALLBACK_GROUP = "65534";

    private final List<String> prefix;
    private final @Nullable String owner;

    private Commands(List<String> prefix, @Nullable String owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static Commands forThisUser() throws IOException {
        String user = System.getProperty("user.name");
        // "?" is a user whom the system cannot name, as containers have them; PostgreSQL wants a name
        if (!"root".equals(user) && !"?".equals(user)) {
            return new Commands(List.of(), null);
        }
        if (succeeds(List.of("unshare", "-U", "true"))) {
            return new Commands(List.of("unshare", "-U"), null);
        }
        List<String> asNobody =
                List.of("setpriv", "--reuid", FALLBACK_USER, "--regid", FALLBACK_GROUP, "--clear-groups");
        var probe = new ArrayList<>(asNobody);
        probe.add("true");
        if (succeeds(probe)) {
            return new Commands(asNobody, FALLBACK_USER);
        }
        throw new RefusedException(
                "PostgreSQL runs neither as root nor as a user without a name, and this system offers"
                        + " neither user namespaces (unshare) nor setpriv. Start the platform as another user, or configure an"
                        + " external database.");
    }

    /** Gives the folder to the user who runs the programs, and lets that user reach it. */
    void own(Path folder, Path highest) throws IOException {
        if (owner == null) {
            return;
        }
        UserPrincipal user =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.setOwner(visited, user);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink()) {
                    Files.setOwner(file, user);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path parent = folder.getParent();
                parent != null && parent.startsWith(highest);
                parent = parent.getParent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(parent);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(parent, permissions);
        }
    }

    /** Runs a program to its end; its output goes to {@code log}. Returns the exit code. */
    int run(Path log, Duration deadline, List<String> command) throws IOException, InterruptedException {
        var full = new ArrayList<>(prefix);
        full.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(full);
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(key -> key.startsWith("PG") || key.equals("LD_LIBRARY_PATH"));
        builder.directory(log.getParent().toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " did not end within " + deadline.toSeconds() + " s");
        }
        return process.exitValue();
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last lines of a log, for a message to a person. */
    static String tail(Path log, int lines) {
        try {
            List<String> all = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no output in " + log + ")";
        }
    }
}

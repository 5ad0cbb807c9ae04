package org.quantplatform.ssh.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At first start makes {@code data/shell.key}, readable by its owner alone, and enters its public half as user
 * {@code quant} into {@code etc/keys.properties}. Whoever may read the server's own files may thus open its shell.
 */
@Component(immediate = true, service = ShellAccess.class)
public final class ShellAccess {

    private static final Logger LOG = LoggerFactory.getLogger(ShellAccess.class);
    private static final String USER = "quant";

    @Activate
    public ShellAccess(BundleContext context) throws IOException {
        this(Path.of(context.getProperty("karaf.data")), Path.of(context.getProperty("karaf.etc")));
    }

    ShellAccess(Path data, Path etc) throws IOException {
        Path key = data.resolve("shell.key");
        Path registered = etc.resolve("keys.properties");
        if (Files.exists(key) && isRegistered(registered)) {
            return;
        }
        ShellKey made = ShellKey.generate();
        write(key, made.privatePem());
        write(registered, String.join("\n", withUser(registered, made)) + "\n");
        LOG.info("Made the key of the local shell: {}", key);
    }

    private static boolean isRegistered(Path file) throws IOException {
        return Files.exists(file) && Files.readAllLines(file).stream().anyMatch(ShellAccess::isOurs);
    }

    private static boolean isOurs(String line) {
        return line.matches(USER + "\\s*=.*");
    }

    private static List<String> withUser(Path file, ShellKey key) throws IOException {
        var lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        lines.removeIf(ShellAccess::isOurs);
        lines.add(USER + " = " + key.publicBase64() + ",_g_:admingroup");
        return lines;
    }

    private static void write(Path file, String text) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, text);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

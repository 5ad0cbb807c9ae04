package org.quantplatform.security.internal.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.auth.PrivateFolder;

/** The folders {@code data/auth/MODE}. */
@Component
public final class DataFolder implements PrivateFolder {

    private static final Pattern MODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Path root;

    @Activate
    public DataFolder(BundleContext context) {
        this(Path.of(context.getProperty("karaf.data")));
    }

    DataFolder(Path data) {
        this.root = data.resolve("auth");
    }

    @Override
    public Path of(String mode) {
        if (!MODE.matcher(mode).matches()) {
            throw new IllegalArgumentException("no id of an auth mode: " + mode);
        }
        Path folder = root.resolve(mode);
        var onlyOwner = PosixFilePermissions.fromString("rwx------");
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(onlyOwner));
            Files.setPosixFilePermissions(folder, onlyOwner);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }
}

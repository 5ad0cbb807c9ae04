package org.quantplatform.market.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The folders that imports read from, and the limits that they keep. */
@Component(service = ImportArea.class, configurationPid = "org.quantplatform.market")
@Designate(ocd = MarketSettings.class)
public final class ImportArea {

    private static final long MB = 1L << 20;

    private final Path folder;
    private final Spool spool;
    private final Limits limits;

    @Activate
    public ImportArea(BundleContext context, MarketSettings settings) throws IOException {
        this(dataFolder(context), settings.import_folder(), Limits.of(settings));
    }

    ImportArea(Path data, String importFolder, Limits limits) throws IOException {
        this.folder = data.resolve(importFolder);
        Files.createDirectories(folder);
        this.spool = new Spool(data.resolve("import-spool"));
        this.limits = limits;
    }

    private static Path dataFolder(BundleContext context) {
        String data = context.getProperty("karaf.data");
        return data == null ? context.getDataFile("").toPath() : Path.of(data);
    }

    Spool spool() {
        return spool;
    }

    Limits limits() {
        return limits;
    }

    /** The file of this plain name in the import folder; empty when there is none. A link is not followed. */
    Optional<Path> serverFile(String name) {
        Path file = folder.resolve(name);
        boolean inside = FileNames.plain(name) && folder.equals(file.getParent());
        return inside && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : Optional.empty();
    }

    /**
     * How much an import may be.
     *
     * @param fileBytes of one file
     * @param totalBytes of all files of an import
     * @param inflatedBytes of all files of an import after decompression
     */
    record Limits(int files, long fileBytes, long totalBytes, long inflatedBytes, int zipEntries) {

        static Limits of(MarketSettings settings) {
            return new Limits(
                    settings.max_files(),
                    settings.max_file_mb() * MB,
                    settings.max_total_mb() * MB,
                    settings.max_inflated_mb() * MB,
                    settings.max_zip_entries());
        }
    }
}

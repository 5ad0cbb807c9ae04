package org.quantplatform.research.internal.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.core.files.FileShelf;
import org.quantplatform.core.files.ShelvedFile;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Results of completed runs as files. They are written when first asked for and kept on a shelf, so that a download can be
 * taken up where it broke; their names there are digests, in which no caller has a say.
 */
@Component(service = ResultFiles.class)
public final class ResultFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ResultFiles.class);
    private static final long SHELF_BYTES = 1L << 30;

    /** Changes with the way in which files are written. */
    private static final String FORM = "1";

    private final FileShelf shelf;

    @Activate
    public ResultFiles(BundleContext context) {
        this(Path.of(context.getProperty("karaf.data")).resolve("results"));
    }

    public ResultFiles(Path folder) {
        this.shelf = new FileShelf(folder, SHELF_BYTES);
    }

    /**
     * @param backtests as the caller may see them
     * @param run completed
     */
    public ResultFile of(Backtests backtests, Backtest run, ResultQuery query) {
        String tag = tag(run, query);
        String kept = prefix(run.backtestId()) + tag + "." + query.format().extension();
        ShelvedFile.Source source = () -> shelf.get(kept, out -> new ResultTables(backtests, run).write(query, out));
        try {
            return ShelvedFile.of(name(run, query), query.format().mediaType(), tag, source);
        } catch (IOException e) {
            LOG.warn("The results of {} cannot be written into a file", run.backtestId(), e);
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the file cannot be written on the server", e);
        }
    }

    /** To be called when the run is removed. */
    public void forget(String backtestId) {
        try {
            shelf.remove(prefix(backtestId));
        } catch (IOException e) {
            LOG.warn("Files of {} are left behind: {}", backtestId, e.toString());
        }
    }

    private static String name(Backtest run, ResultQuery query) {
        String id = run.backtestId().replaceAll("[^A-Za-z0-9_.-]", "_");
        return id + "-" + query.table().name().toLowerCase(Locale.ROOT) + "."
                + query.format().extension();
    }

    private static String prefix(String id) {
        return Sha256.hex(id).substring(0, 16) + "-";
    }

    private static String tag(Backtest run, ResultQuery query) {
        Manifest manifest = run.manifest();
        String hash = manifest == null ? null : manifest.resultHash();
        String content = String.join("\n", FORM, run.backtestId(), hash == null ? "" : hash, query.toString());
        return Sha256.hex(content).substring(0, 32);
    }
}

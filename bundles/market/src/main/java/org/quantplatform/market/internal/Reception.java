package org.quantplatform.market.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.Upload;
import org.quantplatform.core.data.ImportStore;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes import requests: checks them whole, keeps their files, queues their job. */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final PluginRegistry.RequestPath SOURCE = new PluginRegistry.RequestPath("source", "options");

    private final ImportArea area;
    private final ImportStore imports;
    private final JobQueue queue;
    private final PluginRegistry plugins;

    Reception(ImportArea area, ImportStore imports, JobQueue queue, PluginRegistry plugins) {
        this.area = area;
        this.imports = imports;
        this.queue = queue;
        this.plugins = plugins;
    }

    ImportStore imports() {
        return imports;
    }

    /** What a caller asks for. */
    record Order(ImportRequest request, List<Upload> files, Optional<String> idempotencyKey) {}

    ImportReport accept(Caller caller, Order order) {
        List<Upload> files = order.files();
        check(order.request(), files);
        queue.checkRoom();
        Optional<ImportStore.Claim> claim = order.idempotencyKey().map(key -> claim(key, order));
        String spool = files.isEmpty() ? null : stage(files);
        StoredImport stored = new StoredImport(
                order.request(), spool, files.stream().map(Upload::name).toList());
        String id = store(caller, stored, claim);
        queue.wake();
        return imports.get(id).orElseThrow(() -> QuantException.notFound("import", id));
    }

    private void check(ImportRequest request, List<Upload> files) {
        List<FieldError> errors = new ArrayList<>();
        Capabilities source = capabilities(StoredImport.sourceOf(request), errors);
        errors.addAll(RequestCheck.errors(request, source));
        if (source != null) {
            errors.addAll(FileCheck.errors(area, request, files, source.readsFiles()));
        }
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
    }

    private @Nullable Capabilities capabilities(String source, List<FieldError> errors) {
        try {
            return plugins.bind(DataSource.class, source, Map.of(), SOURCE)
                    .service()
                    .capabilities();
        } catch (QuantException e) {
            if (e.code() != ErrorCode.INVALID_REQUEST) {
                throw e;
            }
            errors.addAll(e.errors());
            return null;
        }
    }

    private String stage(List<Upload> files) {
        try {
            return area.spool().stage(files);
        } catch (IOException e) {
            LOG.warn("Uploads cannot be kept", e);
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the uploaded files cannot be kept on the server", e);
        }
    }

    private static ImportStore.Claim claim(String key, Order order) {
        StringBuilder content = new StringBuilder(QuantJson.write(order.request()));
        for (Upload file : order.files()) {
            content.append('\n').append(file.name()).append(' ').append(digest(file.content()));
        }
        return new ImportStore.Claim(key, content.toString());
    }

    private static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = Sha256.digest();
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the uploaded files cannot be read on the server", e);
        }
    }

    private String store(Caller caller, StoredImport stored, Optional<ImportStore.Claim> claim) {
        try {
            ImportStore.Created created = imports.create(caller, stored.source(), QuantJson.write(stored), claim);
            if (stored.spool() != null) {
                if (created.before()) {
                    area.spool().remove(stored.spool());
                } else {
                    mark(stored.spool(), created.id());
                }
            }
            return created.id();
        } catch (RuntimeException e) {
            if (stored.spool() != null) {
                area.spool().remove(stored.spool());
            }
            throw e;
        }
    }

    /** The job may have run and cleared the folder by now; the mark only serves the sweep. */
    private void mark(String spool, String id) {
        try {
            area.spool().claim(spool, id);
        } catch (IOException e) {
            LOG.debug("The uploads of {} bear no mark", id, e);
        }
    }
}

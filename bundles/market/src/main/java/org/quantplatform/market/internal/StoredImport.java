package org.quantplatform.market.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.ImportRequest;

/**
 * What an import's job will read.
 *
 * @param spool key of the uploads, null when there are none
 * @param uploads names of the uploads, by index
 */
record StoredImport(ImportRequest request, @Nullable String spool, List<String> uploads) {

    StoredImport {
        uploads = List.copyOf(uploads);
    }

    String source() {
        return sourceOf(request);
    }

    static String sourceOf(ImportRequest request) {
        String source = request.source();
        return source == null ? "csv" : source;
    }
}

package org.quantplatform.api.backtests;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** A file with a run's result, or with stored data. The same run or state and query always give the same bytes, so that a broken copy may be taken up. */
@ProviderType
public interface ResultFile {

    /** Without a folder, such as {@code bt_20260131_001-trades.csv}. */
    String name();

    String mediaType();

    /** Equal for equal bytes, differs otherwise; 1 to 64 letters, digits and hyphens. */
    String tag();

    /** Bytes. */
    long length();

    /**
     * The content from a byte on.
     *
     * @param from 0 to {@link #length}
     */
    InputStream open(long from) throws IOException;
}

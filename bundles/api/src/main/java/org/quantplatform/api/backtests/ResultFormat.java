package org.quantplatform.api.backtests;

import java.util.Locale;

/** How a run's result is written into a file. */
public enum ResultFormat {
    JSON("application/json"),
    /** RFC 4180, with a line of names. */
    CSV("text/csv"),
    PARQUET("application/vnd.apache.parquet");

    private final String mediaType;

    ResultFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.quantplatform.market.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the name of a file to import tells. */
final class FileNames {

    /** Formats that can be imported. */
    enum Format {
        CSV,
        PARQUET,
        GZIP,
        ZIP
    }

    private FileNames() {}

    /** True for a name without a folder that is not hidden. */
    static boolean plain(String name) {
        return !name.isBlank()
                && name.length() <= 200
                && !name.startsWith(".")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ' || c == 127);
    }

    /** Null when the file is of another format. */
    static @Nullable Format format(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return Format.CSV;
        }
        if (lower.endsWith(".parquet")) {
            return Format.PARQUET;
        }
        if (lower.endsWith(".csv.gz")) {
            return Format.GZIP;
        }
        return lower.endsWith(".zip") ? Format.ZIP : null;
    }

    /** What is wrong with the name; null when nothing is. */
    static @Nullable String problem(String name) {
        if (!plain(name)) {
            return "must be a plain file name without a folder";
        }
        return format(name) == null ? "must end in .csv, .csv.gz, .parquet or .zip" : null;
    }
}

package org.quantplatform.source.csv.internal.parquet;

import java.io.IOException;

/** What is wrong with a file, or what of it is not read. */
final class Damaged extends IOException {

    private static final long serialVersionUID = 1L;

    Damaged(String message) {
        super(message);
    }

    Damaged(String message, Throwable cause) {
        super(message, cause);
    }
}

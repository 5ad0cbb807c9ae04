package org.quantplatform.source.http;

import java.io.IOException;

/** The caller wants no more; a source that gets it returns. */
public final class FetchCancelled extends IOException {

    private static final long serialVersionUID = 1L;

    public FetchCancelled() {
        super("cancelled");
    }
}

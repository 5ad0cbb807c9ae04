package org.quantplatform.source.akshare.internal;

import java.io.IOException;

/** The upstream failed as it does when it has none of what was asked for, and as it does in trouble. */
final class PerhapsNone extends IOException {

    private static final long serialVersionUID = 1L;

    PerhapsNone(String message, IOException cause) {
        super(message, cause);
    }
}

package org.quantplatform.market.internal;

import java.io.IOException;

/** A file that is not read for a reason that its sender may know. */
final class RefusedFile extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedFile(String message) {
        super(message);
    }
}

package org.quantplatform.embeddeddb.internal;

import java.io.IOException;

/** The server must not start, and trying again changes nothing until a person acts. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}

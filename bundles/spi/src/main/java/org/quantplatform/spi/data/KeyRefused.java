package org.quantplatform.spi.data;

import java.io.IOException;

/**
 * The provider does not accept the key, or not any more: until another one is stored it is of no use to ask again, and the
 * platform does not.
 */
public final class KeyRefused extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message in the provider's words, without the key */
    public KeyRefused(String message, Throwable cause) {
        super(message, cause);
    }
}

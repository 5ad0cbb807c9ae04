package org.quantplatform.spi;

/** Thrown by a plug-in that cannot do what it was asked; "unknown" for one cell is NaN instead. */
public final class PluginException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PluginException(String message) {
        super(message);
    }

    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.quantplatform.source.http;

import java.io.IOException;

/** The provider understood and said no. */
public final class ProviderRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** @param code the provider's own, or the HTTP status when it has none */
    public ProviderRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}

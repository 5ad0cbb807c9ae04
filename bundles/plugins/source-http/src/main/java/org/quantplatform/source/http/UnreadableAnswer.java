package org.quantplatform.source.http;

import java.io.IOException;

/** A provider's answer is not what it should be: no JSON, cut short, a wrong type, a page that comes twice. */
public final class UnreadableAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableAnswer(String message) {
        super(message);
    }

    public UnreadableAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.quantplatform.shell.input;

/** Something the user wrote cannot be read; found before the server was asked. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }
}

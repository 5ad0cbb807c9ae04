package org.quantplatform.shell.karaf;

/** The shell prints the message; there is no trace, because it would show the shell and not what went wrong. */
final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CommandFailed(String message, int exitCode) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}

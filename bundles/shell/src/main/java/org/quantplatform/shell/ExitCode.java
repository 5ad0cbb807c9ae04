package org.quantplatform.shell;

/** What a command ends with. */
public final class ExitCode {

    public static final int DONE = 0;
    /** The work was done, and came to no good end. */
    public static final int FAILED = 1;
    /** The command line or a file of the user's cannot be read. */
    public static final int USAGE = 2;

    public static final int REFUSED = 3;
    public static final int UNREACHABLE = 4;
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}

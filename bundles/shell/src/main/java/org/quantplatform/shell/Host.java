package org.quantplatform.shell;

import java.util.Optional;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.health.HealthReport;

/** What a command may use of the program it runs in. */
public interface Host {

    /** Opened at the first call. */
    PlatformSession session();

    HealthReport health();

    Entry entry();

    Prompts prompts();

    /** The document that the API gave as answer to this thread's latest call; empty when there is no API between. */
    Optional<String> answer();

    /** Full address of a path on the server. */
    String address(String path);

    Screens screens();

    /**
     * Lets Ctrl-C interrupt the calling thread until closed; what it then still does is waited for.
     */
    Interrupts interrupts();

    /** Says in one line what went wrong. */
    void error(String line);

    /** Whether a server's address can be chosen. */
    boolean remote();

    /** See {@link Host#interrupts}. */
    interface Interrupts extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * What there is to write on.
     *
     * @param outTerminal whether results are read on a terminal
     * @param errTerminal whether notes are
     * @param coloured whether colours may be used on it
     * @param width of the terminal, 0 when there is none
     */
    record Screens(boolean outTerminal, boolean errTerminal, boolean coloured, int width) {

        public static final Screens NONE = new Screens(false, false, false, 0);
    }
}

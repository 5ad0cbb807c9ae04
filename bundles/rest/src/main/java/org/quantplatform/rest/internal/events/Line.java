package org.quantplatform.rest.internal.events;

import java.util.function.Consumer;

/** The wire to one reader. No method waits for the reader. */
public interface Line {

    /**
     * Sends one message. The next follows when {@code done} was told that this one is on its way.
     *
     * @param done told once, from any thread; false when the wire is broken
     */
    void send(Message message, Consumer<Boolean> done);

    /** A sign of life, unless the reader is behind. */
    void ping();

    /** Ends the wire after what is on its way. */
    void close(Ending ending);
}

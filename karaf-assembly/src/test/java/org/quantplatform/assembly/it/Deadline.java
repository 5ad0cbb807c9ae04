package org.quantplatform.assembly.it;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition by asking again and again until a deadline. */
public final class Deadline {

    private static final long PAUSE_MILLIS = 50;

    private Deadline() {}

    /** Returns once {@code condition} holds; fails with {@code what} when it does not within {@code limit}. */
    public static void await(String what, Duration limit, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + limit.toSeconds() + " s: " + what);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}

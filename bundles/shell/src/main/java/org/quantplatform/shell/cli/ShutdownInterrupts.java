package org.quantplatform.shell.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quantplatform.shell.Host;

/** Turns Ctrl-C into an interrupt of a waiting thread, and holds the end of the process up until it has cleaned up. */
final class ShutdownInterrupts implements Host.Interrupts {

    private static final long PATIENCE_SECONDS = 5;
    private static final long TELL_MILLIS = 200;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean ending;

    private ShutdownInterrupts(Thread waiting) {
        this.hook = new Thread(() -> end(waiting), "quant-interrupt");
    }

    static ShutdownInterrupts ofCallingThread() {
        ShutdownInterrupts interrupts = new ShutdownInterrupts(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interrupts.hook);
        return interrupts;
    }

    @Override
    public void close() {
        done.countDown();
        if (ending) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the end has begun: what the thread has to say is still waited for
            ending = true;
        }
    }

    private void end(Thread waiting) {
        ending = true;
        waiting.interrupt();
        try {
            if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // the thread goes on to say what happened, and then waits for this very hook
                waiting.join(TELL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

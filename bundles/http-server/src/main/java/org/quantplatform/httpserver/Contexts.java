package org.quantplatform.httpserver;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Keeps requests out while the servlets are started anew, as happens whenever a bundle brings a part that must be there
 * first. A request that is under way meanwhile finds its servlet gone, and Jetty takes that servlet for gone for ever:
 * every later call would be answered 404.
 */
final class Contexts implements LifeCycle.Listener {

    private static final long HELD_AT_MOST = TimeUnit.SECONDS.toNanos(10);
    private static final long DRAINED_WITHIN = TimeUnit.SECONDS.toNanos(5);

    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();
    private volatile boolean held;
    private volatile long heldSince;

    /** Whether a request may go on; then {@link #leave} must follow. */
    boolean enter() {
        entered.increment();
        if (held && System.nanoTime() - heldSince < HELD_AT_MOST) {
            left.increment();
            return false;
        }
        return true;
    }

    /** The thread of the request is out again, whether it is answered or not. */
    void leave() {
        left.increment();
    }

    @Override
    public void lifeCycleStarting(LifeCycle context) {
        hold();
    }

    @Override
    public void lifeCycleStarted(LifeCycle context) {
        held = false;
    }

    @Override
    public void lifeCycleFailure(LifeCycle context, Throwable cause) {
        held = false;
    }

    /** Waits until those that are under way are out; who takes longer than that is not at its beginning. */
    @Override
    public void lifeCycleStopping(LifeCycle context) {
        hold();
        while (isSomebodyWithin() && System.nanoTime() - heldSince < DRAINED_WITHIN) {
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Read in this order, the two never hide anybody. */
    private boolean isSomebodyWithin() {
        long out = left.sum();
        return entered.sum() > out;
    }

    private void hold() {
        heldSince = System.nanoTime();
        held = true;
    }
}

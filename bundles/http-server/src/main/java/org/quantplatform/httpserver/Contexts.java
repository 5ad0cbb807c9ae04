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
    private static final long FIRST_WITHIN = TimeUnit.MINUTES.toNanos(2);
    private static final long DRAINED_WITHIN = TimeUnit.SECONDS.toNanos(5);

    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();
    private volatile boolean held;
    private volatile long heldUntil;

    /** Whether a request may go on; then {@link #leave} must follow. */
    boolean enter() {
        entered.increment();
        if (held && heldUntil - System.nanoTime() > 0) {
            left.increment();
            return false;
        }
        return true;
    }

    /** The thread of the request is out again, whether it is answered or not. */
    void leave() {
        left.increment();
    }

    /** Where bundles bring the servlets, there are none at first. */
    void awaitFirst() {
        hold(FIRST_WITHIN);
    }

    @Override
    public void lifeCycleStarting(LifeCycle context) {
        hold(HELD_AT_MOST);
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
        hold(HELD_AT_MOST);
        long end = System.nanoTime() + DRAINED_WITHIN;
        while (isSomebodyWithin() && end - System.nanoTime() > 0) {
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

    private void hold(long nanos) {
        heldUntil = System.nanoTime() + nanos;
        held = true;
    }
}

package org.quantplatform.httpserver;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Keeps requests out while the servlets are started anew, as happens whenever a bundle brings a part that must be there
 * first. A request that is under way meanwhile finds its servlet gone, and Jetty takes that servlet for gone for ever:
 * every later call would be answered 404.
 */
final class Contexts {

    private static final long HELD_AT_MOST = TimeUnit.MINUTES.toNanos(2);

    /** The first request of a servlet prepares it, which takes long on a busy machine. */
    private static final long DRAINED_WITHIN = TimeUnit.SECONDS.toNanos(30);

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
        hold();
    }

    /** From now on requests are kept out of this context while it stops, until it has started again. */
    void watch(ContextHandler context) {
        Door door = new Door();
        context.addBean(door, true);
        context.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle started) {
                LifeCycle.start(door);
            }
        });
        if (context.isStarted()) {
            LifeCycle.start(door);
        }
    }

    /** Waits until those that are under way are out; who takes longer than that is not at its beginning. */
    private void drain() {
        hold();
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

    private void hold() {
        heldUntil = System.nanoTime() + HELD_AT_MOST;
        held = true;
    }

    /**
     * A part of a context, the last that starts and the first that stops. A listener would do until the first stop, when Pax
     * Web forgets all listeners.
     */
    private final class Door extends AbstractLifeCycle {

        @Override
        protected void doStart() {
            held = false;
        }

        @Override
        protected void doStop() {
            drain();
        }
    }
}

package org.quantplatform.webconsole.internal.platform;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the platform once a second for open pages, and tells a page only when something has changed. */
public final class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final int THREADS = 2;

    private final ScheduledExecutorService threads;

    Pulse() {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(THREADS, Pulse::thread);
        pool.setRemoveOnCancelPolicy(true);
        threads = pool;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "quant-webconsole-pulse");
        thread.setDaemon(true);
        thread.setContextClassLoader(Pulse.class.getClassLoader());
        return thread;
    }

    /** Runs {@code work} outside of the page's lock each second until the registration is removed. */
    public Registration every(Runnable work) {
        ScheduledFuture<?> task = threads.scheduleWithFixedDelay(() -> quietly(work), 500, 1000, TimeUnit.MILLISECONDS);
        return () -> task.cancel(false);
    }

    /** Runs {@code work} soon, outside of the page's lock. */
    public void later(Runnable work) {
        threads.execute(() -> quietly(work));
    }

    /** Hands each new value that differs from the one before to the page. */
    public <T> Registration watch(UI ui, Supplier<T> read, Consumer<T> changed) {
        return every(new Runnable() {
            private @Nullable T last;

            @Override
            public void run() {
                T now = read.get();
                if (!Objects.equals(now, last)) {
                    last = now;
                    access(ui, () -> changed.accept(now));
                }
            }
        });
    }

    /** As {@link UI#access}, but a page that is gone is passed over. */
    public static void access(UI ui, Runnable work) {
        try {
            ui.access(work::run);
        } catch (UIDetachedException e) {
            LOG.trace("page is gone", e);
        }
    }

    void close() {
        threads.shutdownNow();
    }

    // a task that throws would never run again; the platform may be away for a moment only
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.debug("could not look at the platform", e);
        }
    }
}

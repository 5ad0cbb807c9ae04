package org.quantplatform.market.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.threads.Daemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what updates brought that ended without their handler: cancelled, or given up after their server was lost. */
@Component(service = UpdateSweep.class, immediate = true)
public final class UpdateSweep {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateSweep.class);
    private static final long SECONDS_BETWEEN = 30;

    private final UpdateStore updates;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemon.threads("update-sweep"));

    @Activate
    public UpdateSweep(@Reference UpdateStore updates) {
        this.updates = updates;
        thread.scheduleWithFixedDelay(this::sweep, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }

    /** Never throws, or the schedule would end. */
    private void sweep() {
        try {
            updates.releaseEnded();
        } catch (RuntimeException e) {
            LOG.debug("Updates were not swept this time", e);
        }
    }
}

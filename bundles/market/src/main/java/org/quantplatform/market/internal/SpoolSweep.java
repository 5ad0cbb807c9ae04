package org.quantplatform.market.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.data.ImportStore;
import org.quantplatform.core.threads.Daemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the uploads of imports that ended without their handler: cancelled before they began, failed, or given up. The
 * handler itself cannot know whether a job that was interrupted will run again.
 */
@Component(service = SpoolSweep.class, immediate = true)
public final class SpoolSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolSweep.class);
    private static final long SECONDS_BETWEEN = 60;

    private final ImportArea area;
    private final ImportStore imports;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemon.threads("import-sweep"));

    @Activate
    public SpoolSweep(@Reference ImportArea area, @Reference ImportStore imports) {
        this.area = area;
        this.imports = imports;
        thread.scheduleWithFixedDelay(this::sweep, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }

    /** Never throws, or the schedule would end. */
    private void sweep() {
        try {
            area.spool().sweep(id -> imports.get(id)
                    .map(report -> report.status().ended())
                    .orElse(true));
        } catch (RuntimeException e) {
            LOG.debug("Uploads were not swept this time", e);
        }
    }
}

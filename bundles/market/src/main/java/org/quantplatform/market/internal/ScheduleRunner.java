package org.quantplatform.market.internal;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.data.ScheduleStore;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.threads.Daemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether an update is due; of several servers one gets it. */
@Component(service = ScheduleRunner.class, immediate = true, configurationPid = "org.quantplatform.market")
public final class ScheduleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRunner.class);

    /** Sources and calendars, which are plug-ins, are probed first. */
    private static final long SECONDS_BEFORE = 60;

    private static final long SECONDS_BETWEEN = 5;

    private final ScheduleDesk desk;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemon.threads("schedules"));

    @Activate
    public ScheduleRunner(
            MarketSettings settings,
            @Reference ScheduleStore schedules,
            @Reference UpdateStore updates,
            @Reference JobQueue queue,
            @Reference PluginRegistry plugins) {
        Clock clock = Clock.systemUTC();
        SourceChains chains = new SourceChains(settings);
        UpdateDesk desk = new UpdateDesk(updates, queue, plugins, chains, clock);
        Timetable timetable = new Timetable(new Rulebook(plugins), new SourceNames(plugins, chains));
        this.desk = new ScheduleDesk(schedules, desk, timetable, clock);
        thread.scheduleWithFixedDelay(this::runDue, SECONDS_BEFORE, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }

    /** Never throws, or the schedule would end. */
    private void runDue() {
        try {
            desk.runDue();
        } catch (RuntimeException e) {
            LOG.debug("Schedules are looked at later", e);
        }
    }
}

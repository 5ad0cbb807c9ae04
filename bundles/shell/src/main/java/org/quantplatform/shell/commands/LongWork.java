package org.quantplatform.shell.commands;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.model.QuantException;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.Host;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Progress;

/** Waits for a job on the server and shows how far it is; an interrupt asks the server to cancel it. */
final class LongWork {

    private static final int ASK_AFTER_SECONDS = 3;
    private static final List<String> UNITS = List.of("days", "trials");

    private final Host host;
    private final PlatformSession session;

    LongWork(Host host) {
        this.host = host;
        this.session = host.session();
    }

    /** Returns when the job has ended, however it did. */
    void await(String id, Progress progress) {
        Host.Interrupts interrupts = host.interrupts();
        try {
            follow(id, progress);
        } catch (InterruptedException e) {
            throw cancelled(id);
        } catch (QuantException e) {
            if (Thread.interrupted()) {
                throw cancelled(id);
            }
            throw e;
        } finally {
            progress.close();
            interrupts.close();
        }
    }

    private void follow(String id, Progress progress) throws InterruptedException {
        BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
        Jobs.Watch watch = session.jobs().watch(id, 0, events::add);
        try {
            while (!ended(id, events.poll(ASK_AFTER_SECONDS, TimeUnit.SECONDS), progress)) {
                // each event is shown as it comes
            }
        } finally {
            watch.close();
        }
    }

    private boolean ended(String id, @Nullable JobEvent event, Progress progress) {
        if (event != null) {
            show(event, progress);
            return event.last();
        }
        // silence may mean that the server is gone
        Job job = session.jobs().get(id);
        progress.update(job.progress(), "");
        return job.status().ended();
    }

    private static void show(JobEvent event, Progress progress) {
        Map<String, Object> values = event.values();
        for (String unit : UNITS) {
            if (values.get("completed_" + unit) instanceof Number done
                    && values.get("total_" + unit) instanceof Number total) {
                long all = Math.max(1, total.longValue());
                String note = Figures.count(done.longValue()) + " of " + Figures.count(all) + " " + unit;
                progress.update((int) (done.longValue() * 100 / all), note);
                return;
            }
        }
        if (values.get("progress") instanceof Number percent) {
            progress.update(percent.intValue(), "");
        }
    }

    private Failure cancelled(String id) {
        try {
            session.jobs().cancel(id);
            return new Failure(ExitCode.INTERRUPTED, "interrupted; the server was asked to cancel " + id);
        } catch (QuantException e) {
            return new Failure(
                    ExitCode.INTERRUPTED, "interrupted; " + id + " could not be cancelled: " + e.getMessage());
        }
    }
}

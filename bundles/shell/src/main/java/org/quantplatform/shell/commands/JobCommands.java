package org.quantplatform.shell.commands;

import java.util.List;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The group {@code job}. */
public final class JobCommands {

    private static final Table<Job> TABLE = Table.of(Job.class)
            .text("id", Job::id)
            .text("kind", Job::kind)
            .text("status", j -> Labels.of(j.status()))
            .number("progress", Job::progress, j -> j.progress() + "%")
            .number("attempts", Job::attempts, j -> Integer.toString(j.attempts()))
            .shown("created_at", Job::createdAt, j -> Figures.time(j.createdAt()))
            .shown("finished_at", Job::finishedAt, j -> Figures.time(j.finishedAt()))
            .text("error", Job::error);

    private JobCommands() {}

    /** Latest first. */
    @Command(name = "list", description = "List long work, the latest first")
    public static final class ListJobs extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().jobs().list(page.request()), "jobs", TABLE);
        }
    }

    /** How far it is. */
    @Command(name = "show", description = "Show how far a job is")
    public static final class Show extends QuantCommand {

        @Parameters(paramLabel = Values.JOB, description = "Id of the job")
        private String id = "";

        @Override
        int run() {
            Job job = session().jobs().get(id);
            if (printed(job)) {
                return ExitCode.DONE;
            }
            screen().pairs(List.of(
                    Pair.of("Job", job.id()),
                    Pair.of("Kind", job.kind()),
                    Pair.of("Status", Labels.of(job.status())),
                    Pair.of("Progress", job.progress() + "%"),
                    Pair.of("Attempts", Integer.toString(job.attempts())),
                    Pair.of("Error", Figures.text(job.error())),
                    Pair.of("Created", Figures.time(job.createdAt())),
                    Pair.of("Started", Figures.time(job.startedAt())),
                    Pair.of("Finished", Figures.time(job.finishedAt()))));
            return ExitCode.DONE;
        }
    }

    /** Soon, not at once. */
    @Command(name = "cancel", description = "Ask a job to end")
    public static final class Cancel extends QuantCommand {

        @Parameters(paramLabel = Values.JOB, description = "Id of the job")
        private String id = "";

        @Override
        int run() {
            Job job = session().jobs().cancel(id);
            if (!printed(job)) {
                screen().line("job " + id + " is " + Labels.of(job.status()));
            }
            return ExitCode.DONE;
        }
    }
}

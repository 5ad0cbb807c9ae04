package org.quantplatform.shell.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.ScheduleRequest;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Updates that are repeated. */
public final class ScheduleCommands {

    private static final Table<Schedule> SCHEDULES = Table.of(Schedule.class)
            .text("schedule_id", Schedule::scheduleId)
            .text("market", s -> s.update().market())
            .text("timing", Schedule::timing)
            .text("time_zone", Schedule::timeZone)
            .text("owner", Schedule::owner)
            .shown("next_run", Schedule::nextRun, s -> Figures.time(s.nextRun()))
            .shown("last_run", Schedule::lastRun, s -> s.lastRun() == null ? "" : Figures.time(s.lastRun()))
            .text("last_update", Schedule::lastUpdate)
            .text("last_status", s -> s.lastStatus() == null ? null : Labels.of(s.lastStatus()))
            .text("last_error", Schedule::lastError);

    private ScheduleCommands() {}

    private static int show(QuantCommand command, Schedule schedule) {
        if (!command.printed(schedule)) {
            command.screen()
                    .pairs(List.of(
                            Pair.of("Schedule", schedule.scheduleId()),
                            Pair.of("Market", schedule.update().market().name()),
                            Pair.of("When", schedule.timing() + ", " + schedule.timeZone()),
                            Pair.of("Next run", Figures.time(schedule.nextRun()))));
        }
        return ExitCode.DONE;
    }

    /** Repeats an update. */
    @Command(name = "add", description = "Repeat an update by cron, or after the close of each session")
    public static final class Add extends QuantCommand {

        @Mixin
        private final UpdateScope scope = new UpdateScope();

        @Option(
                names = "--cron",
                paramLabel = "EXPRESSION",
                description = "Minute, hour, day, month and day of the week, such as '30 18 * * MON-FRI'")
        private @Nullable String cron;

        @Option(names = "--zone", paramLabel = "ZONE", description = "Of the expression, the market's otherwise")
        private @Nullable String zone;

        @Option(
                names = "--after-close",
                paramLabel = "MINUTES",
                description = "After the close of each session, or when the first source has its bars if that is later")
        private @Nullable Integer afterClose;

        @Option(names = "--backfill", description = "Look for missing days of five years instead of the latest ones")
        private boolean backfill;

        @Override
        int run() {
            UpdateRequest update =
                    scope.request().set("mode", backfill ? "backfill" : null).as(UpdateRequest.class);
            return show(this, session().updates().schedule(new ScheduleRequest(update, cron, zone, afterClose)));
        }
    }

    /** All. */
    @Command(name = "list", description = "List updates that are repeated, and how they went last")
    public static final class ListAll extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().updates().schedules(page.request()), "schedules", SCHEDULES);
        }
    }

    /** Ends one. */
    @Command(name = "remove", description = "End the repetition of an update; what it started goes on")
    public static final class Remove extends QuantCommand {

        @Parameters(paramLabel = "SCHEDULE", description = "Id of the schedule")
        private String id = "";

        @Override
        int run() {
            session().updates().unschedule(id);
            note("removed schedule " + id);
            return ExitCode.DONE;
        }
    }

    /** Now. */
    @Command(name = "run-now", description = "Start the update of a schedule at once")
    public static final class RunNow extends QuantCommand {

        @Parameters(paramLabel = "SCHEDULE", description = "Id of the schedule")
        private String id = "";

        @Override
        int run() {
            return show(this, session().updates().runNow(id));
        }
    }
}

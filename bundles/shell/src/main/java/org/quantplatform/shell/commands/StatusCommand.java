package org.quantplatform.shell.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.view.Screen.Pair;
import picocli.CommandLine.Command;

/** Is the server well. */
@Command(name = "status", aliases = "health", description = "Show how the server is")
public final class StatusCommand extends QuantCommand {

    @Override
    int run() {
        HealthReport report = host().health();
        if (!printed(report)) {
            show(report);
        }
        if (!report.ready()) {
            out().flush();
            throw new Failure(ExitCode.UNREACHABLE, "the server is not ready: " + report.status());
        }
        return ExitCode.DONE;
    }

    private void show(HealthReport report) {
        List<Pair> pairs = new ArrayList<>(List.of(
                Pair.of("Server", host().address("")),
                Pair.of("Status", report.status()),
                Pair.of("Version", report.version()),
                Pair.of("Up for", words(Duration.ofSeconds(report.uptimeSeconds()))),
                Pair.of("Database", database(report.database())),
                Pair.of(
                        "Plug-ins",
                        report.plugins().active() + " active, "
                                + report.plugins().quarantined() + " quarantined"),
                Pair.of(
                        "Jobs",
                        report.jobs().getOrDefault("running", 0L) + " running, "
                                + report.jobs().getOrDefault("queued", 0L) + " queued")));
        for (Map.Entry<String, String> problem : new TreeMap<>(report.problems()).entrySet()) {
            pairs.add(Pair.of("Problem", problem.getKey() + ": " + problem.getValue()));
        }
        screen().pairs(pairs);
    }

    private static String database(HealthReport.@Nullable DatabaseInfo database) {
        if (database == null) {
            return "not reachable";
        }
        String timescale = database.timescaledb() == null ? "" : ", TimescaleDB " + database.timescaledb();
        return "PostgreSQL " + database.version() + " (" + database.kind() + ")" + timescale + ", bars "
                + database.bars();
    }

    private static String words(Duration time) {
        String days = time.toDays() == 0 ? "" : time.toDays() + " d ";
        String hours = time.toHours() == 0 ? "" : time.toHoursPart() + " h ";
        return days + hours + (time.toMinutes() == 0 ? time.toSeconds() + " s" : time.toMinutesPart() + " min");
    }
}

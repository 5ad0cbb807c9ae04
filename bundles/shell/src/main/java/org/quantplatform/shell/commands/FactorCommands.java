package org.quantplatform.shell.commands;

import java.util.List;
import org.quantplatform.api.factors.FactorInfo;
import org.quantplatform.api.factors.FactorInfo.Needs;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Screen;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which factors there are; the group's other commands compute and show scores. */
public final class FactorCommands {

    private static final Table<FactorInfo> TABLE = Table.of(FactorInfo.class)
            .text("id", FactorInfo::id)
            .text("title", FactorInfo::title)
            .text("tags", f -> String.join(" ", f.tags()))
            .number("history", f -> f.needs() == null ? null : f.needs().history(), FactorCommands::history)
            .text("reads", FactorCommands::fields);

    private FactorCommands() {}

    /** Those that may be used now. */
    @Command(name = "list", description = "List factors and what they read")
    public static final class ListFactors extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().factors().list(page.request()), "factors", TABLE);
        }
    }

    /** With its parameters. */
    @Command(name = "show", description = "Show a factor, its parameters and what it reads")
    public static final class Show extends QuantCommand {

        @Parameters(paramLabel = Values.FACTOR, description = "Id of the factor")
        private String id = "";

        @Override
        int run() {
            FactorInfo factor = session().factors().get(id);
            if (!printed(factor)) {
                show(factor, screen());
            }
            return ExitCode.DONE;
        }
    }

    private static void show(FactorInfo factor, Screen screen) {
        Needs needs = factor.needs();
        screen.pairs(List.of(
                Pair.of("Factor", factor.id()),
                Pair.of("Title", factor.title()),
                Pair.of("Tags", Figures.text(String.join(" ", factor.tags()))),
                Pair.of("Version", factor.version()),
                Pair.of("Reads", Figures.text(fields(factor))),
                Pair.of("History", needs == null ? "-" : Figures.count(needs.history()) + " trading days"),
                Pair.of("Depends", needs != null && needs.crossSection() ? "on all assets" : "on the asset alone")));
        if (!factor.parameters().isEmpty()) {
            screen.heading("Parameters");
            screen.lines(PluginCommands.PARAMETERS.lines(factor.parameters(), screen.width(), screen.paint()));
        }
    }

    private static String history(FactorInfo factor) {
        return factor.needs() == null ? "-" : Figures.count(factor.needs().history());
    }

    private static String fields(FactorInfo factor) {
        return factor.needs() == null ? "" : String.join(" ", factor.needs().fields());
    }
}

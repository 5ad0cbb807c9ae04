package org.quantplatform.shell.commands;

import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.searches.Search;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The group {@code search}, but for running one and its trials. */
public final class SearchCommands {

    private static final Table<Search> TABLE = Table.of(Search.class)
            .text("search_id", Search::searchId)
            .text("name", Search::name)
            .text("kind", s -> Labels.of(s.kind()))
            .shown("status", s -> Labels.of(s.status()), SearchCommands::status)
            .number(
                    "trials",
                    s -> s.trials().finished(),
                    s -> Figures.count(s.trials().finished()))
            .text("objective", s -> Labels.of(s.objective()))
            .number("best", SearchCommands::best, s -> Figures.number(best(s), 4))
            .number("deflated_sharpe", Search::deflatedSharpeRatio, s -> Figures.percent(s.deflatedSharpeRatio()))
            .number("overfit", Search::overfitProbability, s -> Figures.percent(s.overfitProbability()))
            .shown("created_at", Search::createdAt, s -> Figures.time(s.createdAt()));

    private SearchCommands() {}

    /** Latest first. */
    @Command(name = "list", description = "List searches, the latest first")
    public static final class ListSearches extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().searches().list(page.request()), "searches", TABLE);
        }
    }

    /** With what it found when it has ended. */
    @Command(name = "show", description = "Show a search and what it found")
    public static final class Show extends QuantCommand {

        @Parameters(paramLabel = Values.SEARCH, description = "Id of the search")
        private String id = "";

        @Override
        int run() {
            Search search = session().searches().get(id);
            if (!printed(search)) {
                new SearchWork(this).show(search);
            }
            return ExitCode.DONE;
        }
    }

    /** Soon, not at once. */
    @Command(name = "cancel", description = "Ask a running search to end; finished trials stay")
    public static final class Cancel extends QuantCommand {

        @Parameters(paramLabel = Values.SEARCH, description = "Id of the search")
        private String id = "";

        @Override
        int run() {
            Search search = session().searches().cancel(id);
            if (!printed(search)) {
                screen().line("search " + id + " is " + Labels.of(search.status()));
            }
            return ExitCode.DONE;
        }
    }

    /** Only one that has ended. */
    @Command(name = "delete", description = "Delete a search that has ended, with its trials")
    public static final class Delete extends QuantCommand {

        @Parameters(paramLabel = Values.SEARCH, description = "Id of the search")
        private String id = "";

        @Override
        int run() {
            session().searches().delete(id);
            note("deleted search " + id);
            return ExitCode.DONE;
        }
    }

    private static String status(Search search) {
        return search.status() == JobStatus.RUNNING ? "running " + search.progress() + "%" : Labels.of(search.status());
    }

    private static double best(Search search) {
        return search.best() == null ? Double.NaN : search.best().objective();
    }
}

package org.quantplatform.shell.commands;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group {@code backtest}, but for running one and its long lists. */
public final class BacktestCommands {

    private static final Table<Backtest> TABLE = Table.of(Backtest.class)
            .text("backtest_id", Backtest::backtestId)
            .text("strategy_name", Backtest::strategyName)
            .shown("status", r -> Labels.of(r.status()), BacktestCommands::status)
            .text("start_date", Backtest::startDate)
            .text("end_date", Backtest::endDate)
            .number("total_return", BacktestCommands::totalReturn, r -> Figures.percent(totalReturn(r)))
            .number("sharpe_ratio", BacktestCommands::sharpe, r -> Figures.number(sharpe(r), 2))
            .number("final_equity", BacktestCommands::equity, r -> Figures.money(equity(r), r.currency()))
            .shown("created_at", Backtest::createdAt, r -> Figures.time(r.createdAt()));

    private BacktestCommands() {}

    /** Latest first. */
    @Command(name = "list", description = "List backtests, the latest first")
    public static final class ListRuns extends QuantCommand {

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description = "queued, running, completed, failed or cancelled")
        private @Nullable JobStatus status;

        @Option(names = "--strategy", paramLabel = Values.STRATEGY, description = "Only of this stored strategy")
        private @Nullable String strategyId;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            BacktestQuery query = new BacktestQuery(status, strategyId);
            return list(session().backtests().list(query, page.request()), "backtests", TABLE);
        }
    }

    /** With its result when there is one. */
    @Command(name = "show", description = "Show a backtest and its result")
    public static final class Show extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Override
        int run() {
            Backtest run = session().backtests().get(id);
            if (!printed(run)) {
                new BacktestWork(this).show(run);
            }
            return ExitCode.DONE;
        }
    }

    /** Only one that has ended. */
    @Command(name = "delete", description = "Delete a backtest that has ended")
    public static final class Delete extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Override
        int run() {
            session().backtests().delete(id);
            note("deleted backtest " + id);
            return ExitCode.DONE;
        }
    }

    /** Soon, not at once. */
    @Command(name = "cancel", description = "Ask a running backtest to end")
    public static final class Cancel extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Override
        int run() {
            Backtest run = session().backtests().cancel(id);
            if (!printed(run)) {
                screen().line("backtest " + id + " is " + Labels.of(run.status()));
            }
            return ExitCode.DONE;
        }
    }

    /** Compares content hashes. */
    @Command(name = "reproduce", description = "Run a backtest again and compare the results' hashes")
    public static final class Reproduce extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Option(names = "--no-wait", description = "Return as soon as the server has taken it")
        private boolean noWait;

        @Override
        int run() {
            Backtest run = session().backtests().reproduce(id);
            if (noWait) {
                if (!printed(run)) {
                    screen().line(run.backtestId());
                }
                return ExitCode.DONE;
            }
            Manifest manifest = new BacktestWork(this).finish(run).manifest();
            boolean identical = manifest != null && Boolean.TRUE.equals(manifest.identical());
            if (!identical) {
                throw new Failure(ExitCode.FAILED, "the result of " + id + " was not reproduced");
            }
            if (!globals().json() && !globals().csv()) {
                screen().line("identical to " + id + ", hash " + manifest.resultHash());
            }
            return ExitCode.DONE;
        }
    }

    private static String status(Backtest run) {
        return run.status() == JobStatus.RUNNING ? "running " + run.progress() + "%" : Labels.of(run.status());
    }

    private static double totalReturn(Backtest run) {
        return run.summary() == null ? Double.NaN : run.summary().totalReturn();
    }

    private static double sharpe(Backtest run) {
        return run.summary() == null ? Double.NaN : run.summary().sharpeRatio();
    }

    private static double equity(Backtest run) {
        return run.summary() == null ? Double.NaN : run.summary().finalEquity();
    }
}

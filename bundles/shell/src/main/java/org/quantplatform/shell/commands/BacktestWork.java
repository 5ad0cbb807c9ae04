package org.quantplatform.shell.commands;

import java.util.Optional;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.view.BacktestView;
import org.quantplatform.shell.view.Labels;

/** Waits for a backtest and shows how it ended. */
final class BacktestWork {

    private final QuantCommand command;

    BacktestWork(QuantCommand command) {
        this.command = command;
    }

    /** Returns the completed run; throws when it came to another end. */
    Backtest finish(Backtest submitted) {
        String id = submitted.backtestId();
        if (!submitted.status().ended()) {
            new LongWork(command.host()).await(id, command.progress("backtest " + id));
        }
        Backtest ended = command.session().backtests().get(id);
        if (!command.printed(ended) && ended.status() == JobStatus.COMPLETED) {
            show(ended);
        }
        if (ended.status() != JobStatus.COMPLETED) {
            command.out().flush();
            String why = ended.error() == null ? "" : ": " + ended.error();
            throw new Failure(ExitCode.FAILED, "backtest " + id + " " + Labels.of(ended.status()) + why);
        }
        return ended;
    }

    void show(Backtest run) {
        Optional<EquitySeries> equity = run.status() == JobStatus.COMPLETED
                ? Optional.of(command.session().backtests().equity(run.backtestId()))
                : Optional.empty();
        new BacktestView(command.screen(), command.host()::address).show(run, equity);
    }
}

package org.quantplatform.shell.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Submits a backtest and waits for its result. */
@Command(name = "run", description = "Run a backtest of a stored strategy, or of one told by options or a file")
public final class BacktestRun extends QuantCommand {

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "The long form, in YAML or JSON; options stand over it")
    private @Nullable Path request;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--output", paramLabel = "FILE", description = "Write the result there too, as JSON")
    private @Nullable Path output;

    @Option(names = "--no-wait", description = "Return as soon as the server has taken it")
    private boolean noWait;

    @Override
    int run() {
        BacktestRequest wanted = document().as(BacktestRequest.class);
        check(wanted);
        Backtest run = session().backtests().submit(wanted, Optional.empty());
        if (noWait) {
            if (!printed(run)) {
                screen().line(run.backtestId());
            }
            return ExitCode.DONE;
        }
        Backtest ended = new BacktestWork(this).finish(run);
        save(ended);
        return ExitCode.DONE;
    }

    private RequestDocument document() {
        return options.writeTo(request == null ? RequestDocument.empty() : RequestDocument.read(request));
    }

    private void check(BacktestRequest wanted) {
        options.wrong(wanted).ifPresent(message -> {
            throw usage(message);
        });
        if (output != null && !Files.isDirectory(output.toAbsolutePath().getParent())) {
            throw usage("--output: no folder " + output.toAbsolutePath().getParent());
        }
    }

    private void save(Backtest ended) {
        if (output == null) {
            return;
        }
        try {
            session().backtests().get(ended.backtestId());
            Files.writeString(output, document(ended) + "\n");
            note("written to " + output);
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "the result cannot be written to " + output);
        }
    }
}

package org.quantplatform.shell.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
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

    @Option(names = "--strategy", paramLabel = Values.STRATEGY, description = "Id of a stored strategy")
    private @Nullable String strategyId;

    @Option(names = "--start", paramLabel = "DATE", description = "First day, such as 2020-01-01")
    private @Nullable LocalDate start;

    @Option(names = "--end", paramLabel = "DATE", description = "Last day")
    private @Nullable LocalDate end;

    @Option(names = "--initial-capital", paramLabel = "AMOUNT", description = "Cash at the start")
    private @Nullable Double capital;

    @Option(names = "--currency", paramLabel = "CODE", description = "Of the cash; the market's when left out")
    private @Nullable String currency;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "The long form, in YAML or JSON; options stand over it")
    private @Nullable Path request;

    @Mixin
    private final StrategyOptions strategy = new StrategyOptions();

    @Mixin
    private final UniverseOptions universe = new UniverseOptions();

    @Mixin
    private final ExecutionOptions execution = new ExecutionOptions();

    @Mixin
    private final FinancingOptions financing = new FinancingOptions();

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
        RequestDocument document = request == null ? RequestDocument.empty() : RequestDocument.read(request);
        document.set("strategy_id", strategyId);
        if (strategyId != null) {
            document.remove("strategy");
        }
        strategy.writeTo(document, "strategy.");
        universe.writeTo(document);
        execution.writeTo(document);
        financing.writeTo(document);
        return document.set("start_date", start)
                .set("end_date", end)
                .set("initial_capital", capital)
                .set("currency", currency == null ? null : currency.toUpperCase(Locale.ROOT));
    }

    private void check(BacktestRequest wanted) {
        if (wanted.strategyId() == null && wanted.strategy() == null) {
            throw usage("Missing: '--strategy', or a strategy by '--factor' and '--plugin', or a '--request' with one");
        }
        if (wanted.strategyId() != null && strategy.given()) {
            throw usage("A stored strategy is run as it is: leave out '--strategy' or the options that tell another");
        }
        if (wanted.startDate() == null || wanted.endDate() == null) {
            throw usage("Missing required option: '" + (wanted.startDate() == null ? "--start" : "--end") + "=DATE'");
        }
        if (wanted.endDate().isBefore(wanted.startDate())) {
            throw usage("--end " + wanted.endDate() + " is before --start " + wanted.startDate());
        }
        if (wanted.initialCapital() != null && !(wanted.initialCapital() > 0)) {
            throw usage("--initial-capital must be above 0");
        }
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

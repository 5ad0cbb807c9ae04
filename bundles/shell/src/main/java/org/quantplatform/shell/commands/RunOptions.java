package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A run told by options, in place of or over the one in a file. */
final class RunOptions {

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

    @Mixin
    private final StrategyOptions strategy = new StrategyOptions();

    @Mixin
    private final UniverseOptions universe = new UniverseOptions();

    @Mixin
    private final ExecutionOptions execution = new ExecutionOptions();

    @Mixin
    private final FinancingOptions financing = new FinancingOptions();

    RequestDocument writeTo(RequestDocument document) {
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

    /** What no server need be asked about. */
    Optional<String> wrong(BacktestRequest wanted) {
        if (wanted.strategyId() == null && wanted.strategy() == null) {
            return Optional.of(
                    "Missing: '--strategy', or a strategy by '--factor' and '--plugin', or a '--request' with one");
        }
        if (wanted.strategyId() != null && strategy.given()) {
            return Optional.of(
                    "A stored strategy is run as it is: leave out '--strategy' or the options that tell another");
        }
        if (wanted.startDate() == null || wanted.endDate() == null) {
            return Optional.of(
                    "Missing required option: '" + (wanted.startDate() == null ? "--start" : "--end") + "=DATE'");
        }
        if (wanted.endDate().isBefore(wanted.startDate())) {
            return Optional.of("--end " + wanted.endDate() + " is before --start " + wanted.startDate());
        }
        if (wanted.initialCapital() != null && !(wanted.initialCapital() > 0)) {
            return Optional.of("--initial-capital must be above 0");
        }
        return Optional.empty();
    }
}

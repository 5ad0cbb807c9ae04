package org.quantplatform.shell.commands;

import org.jspecify.annotations.Nullable;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Option;

/** Interest, short positions and leverage. */
final class FinancingOptions {

    @Option(names = "--cash-rate", paramLabel = "RATE", description = "Interest on cash per year, such as 0.02")
    private @Nullable Double cashRate;

    @Option(names = "--debit-rate", paramLabel = "RATE", description = "Interest on negative cash per year")
    private @Nullable Double debitRate;

    @Option(names = "--borrow-rate", paramLabel = "RATE", description = "Fee for lent shares per year")
    private @Nullable Double borrowRate;

    @Option(names = "--day-count", paramLabel = "DAYS", description = "Days of a year for rates (365 otherwise)")
    private @Nullable Double dayCount;

    @Option(names = "--allow-short", negatable = true, description = "Allow negative weights")
    private @Nullable Boolean allowShort;

    @Option(
            names = "--max-leverage",
            paramLabel = "TIMES",
            description = "Largest sum of absolute weights (1 otherwise)")
    private @Nullable Double maxLeverage;

    @Option(names = "--initial-margin", paramLabel = "FRACTION", description = "Margin after a margin call")
    private @Nullable Double initialMargin;

    @Option(names = "--maintenance-margin", paramLabel = "FRACTION", description = "Margin below which there is a call")
    private @Nullable Double maintenanceMargin;

    void writeTo(RequestDocument document) {
        document.set("financing.cash_rate", cashRate)
                .set("financing.debit_rate", debitRate)
                .set("financing.borrow_rate", borrowRate)
                .set("financing.day_count", dayCount)
                .set("financing.allow_short", allowShort)
                .set("financing.max_leverage", maxLeverage)
                .set("financing.initial_margin", initialMargin)
                .set("financing.maintenance_margin", maintenanceMargin);
    }
}

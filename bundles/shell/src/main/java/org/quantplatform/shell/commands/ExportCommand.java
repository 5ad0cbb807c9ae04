package org.quantplatform.shell.commands;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.api.backtests.ResultTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a run's result into a file; a copy that broke off is taken up where it ended. */
@Command(name = "export", description = "Write the result of a backtest into a file")
public final class ExportCommand extends QuantCommand {

    @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
    private String id = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, json or parquet; csv when left out")
    private ResultFormat format = ResultFormat.CSV;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "trades, equity or holdings, as json also all; trades when left out, all as json")
    private @Nullable ResultTable table;

    @Mixin
    private final FileDownload download = new FileDownload();

    @Override
    int run() throws IOException {
        return download.run(this, () -> session().backtests().file(id, ResultQuery.of(format, table)));
    }
}

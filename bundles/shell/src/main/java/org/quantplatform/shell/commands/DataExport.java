package org.quantplatform.shell.commands;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.ExportKind;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.model.Market;
import org.quantplatform.model.Quality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stored data as a file that can be imported again. */
@Command(name = "export", description = "Write stored bars, corporate actions or accounts into a file")
public final class DataExport extends QuantCommand {

    @Parameters(paramLabel = "MARKET", description = "KR, US, CN, HK, JP, VN or FX")
    private Market market = Market.US;

    @Option(names = "--kind", paramLabel = "KIND", description = "bars (otherwise), minutes, actions or fundamentals")
    private ExportKind kind = ExportKind.BARS;

    @Option(
            names = "--ticker",
            split = ",",
            paramLabel = "TICKER",
            description = "Only of these; of all otherwise, but for minutes")
    private List<String> tickers = new ArrayList<>();

    @Option(names = "--start", paramLabel = "DATE", description = "First day; of accounts that of publication")
    private @Nullable LocalDate start;

    @Option(names = "--end", paramLabel = "DATE", description = "Last day")
    private @Nullable LocalDate end;

    @Option(names = "--as-of", paramLabel = "WHEN", description = "Snapshot, day or time: as it was stored then")
    private @Nullable String asOf;

    @Option(names = "--strict", description = "Leave out bars that are flagged")
    private boolean strict;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv (otherwise) or parquet")
    private ResultFormat format = ResultFormat.CSV;

    @Mixin
    private final FileDownload download = new FileDownload();

    @Override
    int run() throws IOException {
        ExportQuery query = new ExportQuery(
                kind,
                market,
                tickers,
                start,
                end,
                asOf == null ? null : AsOf.parse("as_of", asOf),
                strict ? Quality.STRICT : Quality.ALL,
                format);
        return download.run(this, () -> session().data().export(query));
    }
}

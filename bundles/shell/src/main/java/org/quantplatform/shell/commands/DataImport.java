package org.quantplatform.shell.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.Upload;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.input.BadInput;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Uploads files and waits until they are stored. */
@Command(name = "import", description = "Import market data from files, or all that a source has")
public final class DataImport extends QuantCommand {

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files: .csv, .csv.gz, .parquet or .zip")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--source", paramLabel = "ID", description = "Source plug-in: csv (otherwise), demo")
    private @Nullable String source;

    @Option(names = "--market", paramLabel = "CODE", description = "Market that the files are of")
    private @Nullable String market;

    @Option(names = "--exchange", paramLabel = "CODE", description = "Exchange of instruments not yet known")
    private @Nullable String exchange;

    @Option(names = "--currency", paramLabel = "CODE", description = "Currency of the prices")
    private @Nullable String currency;

    @Option(names = "--timeframe", paramLabel = "SPAN", description = "1d (otherwise)")
    private @Nullable String timeframe;

    @Option(
            names = "--price-basis",
            paramLabel = "HOW",
            description = "What was done to the prices: raw (otherwise), split or full")
    private @Nullable String priceBasis;

    @Option(names = "--kind", paramLabel = "WHAT", description = "bars (otherwise), fundamentals, actions or index")
    private @Nullable String kind;

    @Option(names = "--layout", paramLabel = "HOW", description = "long (otherwise) or wide")
    private @Nullable String layout;

    @Option(names = "--field", paramLabel = "NAME", description = "For wide: what the cells hold, such as close")
    private @Nullable String field;

    @Option(
            names = "--column",
            paramLabel = "OURS=THEIRS",
            description = "Name of a column in the file, such as ticker=name; may be repeated")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--option", paramLabel = "NAME=VALUE", description = "Further option of the source")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(
            names = "--server-file",
            paramLabel = "NAME",
            description = "File in the server's own import folder, instead of an upload")
    private List<String> serverFiles = new ArrayList<>();

    @Option(names = "--no-wait", description = "Return as soon as the server has taken it")
    private boolean noWait;

    @Override
    int run() {
        ImportRequest request = request();
        boolean file = source == null || source.equalsIgnoreCase("csv");
        if (file && files.isEmpty() && serverFiles.isEmpty()) {
            throw usage("Missing required parameter: 'FILE', or another '--source'");
        }
        ImportReport report = session().data().importData(request, uploads());
        if (noWait) {
            if (!printed(report)) {
                screen().line(report.importId());
            }
            return ExitCode.DONE;
        }
        new ImportWork(this).finish(report);
        return ExitCode.DONE;
    }

    private ImportRequest request() {
        if (kind != null) {
            options.put("kind", kind);
        }
        return RequestDocument.empty()
                .set("source", source)
                .set("market", market == null ? null : market.toUpperCase(Locale.ROOT))
                .set("exchange", exchange)
                .set("currency", currency == null ? null : currency.toUpperCase(Locale.ROOT))
                .set("timeframe", timeframe)
                .set("price_basis", priceBasis)
                .set("layout", layout)
                .set("field", field)
                .set("columns", columns.isEmpty() ? null : columns)
                .set("options", options.isEmpty() ? null : options)
                .set("server_files", serverFiles.isEmpty() ? null : serverFiles)
                .as(ImportRequest.class);
    }

    private List<Upload> uploads() {
        return files.stream().map(DataImport::upload).toList();
    }

    private static Upload upload(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput("no file " + file);
        }
        if (!Files.isReadable(file)) {
            throw new BadInput(file + " cannot be read");
        }
        return new Upload(file.getFileName().toString(), file);
    }
}

package org.quantplatform.shell.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.api.backtests.ResultTable;
import org.quantplatform.json.QuantJson;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a run's result into a file; a copy that broke off is taken up where it ended. */
@Command(name = "export", description = "Write the result of a backtest into a file")
public final class ExportCommand extends QuantCommand {

    private static final int BUFFER = 1 << 16;

    @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
    private String id = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, json or parquet; csv when left out")
    private ResultFormat format = ResultFormat.CSV;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "trades, equity or holdings, as json also all; trades when left out, all as json")
    private @Nullable ResultTable table;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to; the name that the server gives when left out")
    private @Nullable Path output;

    @Option(names = "--force", description = "Replace a file that is there")
    private boolean force;

    @Override
    int run() throws IOException {
        ResultFile file = session().backtests().file(id, ResultQuery.of(format, table));
        Path target = output == null ? Path.of(file.name()) : output;
        if (Files.exists(target) && !force) {
            throw new Failure(ExitCode.REFUSED, target + " is there already; --force replaces it");
        }
        // the tag in the name keeps parts of different files apart
        Path part = target.resolveSibling(target.getFileName() + "." + file.tag() + ".part");
        fetch(file, part);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        tell(file, target);
        return ExitCode.DONE;
    }

    private void fetch(ResultFile file, Path part) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        if (have > file.length()) {
            Files.delete(part);
            have = 0;
        }
        if (have > 0) {
            note("going on after " + have + " of " + file.length() + " bytes");
        }
        try (InputStream in = file.open(have);
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
        if (Files.size(part) != file.length()) {
            throw new Failure(ExitCode.FAILED, "the file ended early; the same command goes on with it");
        }
    }

    private void tell(ResultFile file, Path target) {
        if (globals().json()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("file", target.toString());
            told.put("bytes", file.length());
            told.put("media_type", file.mediaType());
            out().println(QuantJson.write(told));
            return;
        }
        out().println(target + ", " + file.length() + " bytes");
    }
}

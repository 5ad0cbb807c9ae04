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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.json.QuantJson;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import picocli.CommandLine.Option;

/** Brings a file of the server here; a copy that broke off is taken up where it ended. */
final class FileDownload {

    private static final int BUFFER = 1 << 16;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to; the name that the server gives when left out")
    private @Nullable Path output;

    @Option(names = "--force", description = "Replace a file that is there")
    private boolean force;

    int run(QuantCommand command, Supplier<ResultFile> wanted) throws IOException {
        ResultFile file = wanted.get();
        Path target = output == null ? Path.of(file.name()) : output;
        if (Files.exists(target) && !force) {
            throw new Failure(ExitCode.REFUSED, target + " is there already; --force replaces it");
        }
        // the tag in the name keeps parts of different files apart
        Path part = target.resolveSibling(target.getFileName() + "." + file.tag() + ".part");
        fetch(command, file, part);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        tell(command, file, target);
        return ExitCode.DONE;
    }

    private static void fetch(QuantCommand command, ResultFile file, Path part) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        if (have > file.length()) {
            Files.delete(part);
            have = 0;
        }
        if (have > 0) {
            command.note("going on after " + have + " of " + file.length() + " bytes");
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

    private static void tell(QuantCommand command, ResultFile file, Path target) {
        if (command.globals().json()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("file", target.toString());
            told.put("bytes", file.length());
            told.put("media_type", file.mediaType());
            command.out().println(QuantJson.write(told));
            return;
        }
        command.out().println(target + ", " + file.length() + " bytes");
    }
}

package org.quantplatform.market.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.Upload;
import org.quantplatform.market.internal.FileNames.Format;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

/** Finds everything that is wrong with the files of an import request. */
final class FileCheck {

    private final ImportArea area;
    private final List<FieldError> errors = new ArrayList<>();
    private long total;

    private FileCheck(ImportArea area) {
        this.area = area;
    }

    /**
     * Uploads are called {@code file[0]} and so on, files of the server {@code server_files[0]}.
     *
     * @param readsFiles whether the source does
     * @throws QuantException {@code TOO_LARGE} when there is more than an import may hold
     */
    static List<FieldError> errors(ImportArea area, ImportRequest request, List<Upload> uploads, boolean readsFiles) {
        FileCheck check = new FileCheck(area);
        List<String> serverFiles = request.serverFiles() == null ? List.of() : request.serverFiles();
        check.counts(uploads.size(), serverFiles, readsFiles);
        if (check.errors.isEmpty()) {
            check.uploads(uploads);
            check.serverFiles(serverFiles);
        }
        return check.errors;
    }

    private void counts(int uploads, List<String> serverFiles, boolean readsFiles) {
        int count = uploads + serverFiles.size();
        if (!readsFiles && uploads > 0) {
            error("file", "this source reads no files");
        }
        if (!readsFiles && !serverFiles.isEmpty()) {
            error("server_files", "this source reads no files");
        }
        if (readsFiles && count == 0) {
            error("file", "at least one file is needed, uploaded or named in server_files");
        }
        if (uploads > 0 && !serverFiles.isEmpty()) {
            error("server_files", "cannot go together with uploaded files");
        }
        if (count > area.limits().files()) {
            error(
                    uploads > 0 ? "file" : "server_files",
                    "must be at most " + area.limits().files() + " files");
        }
    }

    private void uploads(List<Upload> uploads) {
        for (int i = 0; i < uploads.size(); i++) {
            String name = uploads.get(i).name();
            file(
                    "file[" + i + "]",
                    name,
                    FileNames.problem(name),
                    uploads.get(i).content());
        }
    }

    private void serverFiles(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String path = "server_files[" + i + "]";
            String problem = name == null ? "must be a file name" : FileNames.problem(name);
            Path file = problem == null ? area.serverFile(name).orElse(null) : null;
            if (problem == null && file == null) {
                problem = "is not in the server's import folder";
            }
            file(path, String.valueOf(name), problem, file);
        }
    }

    private void file(String path, String name, @Nullable String problem, @Nullable Path file) {
        if (problem != null || file == null) {
            error(path, String.valueOf(problem));
            return;
        }
        try {
            size(path, name, Files.size(file));
            if (FileNames.format(name) == Format.ZIP) {
                ZipEntries.check(file, area.limits());
            }
        } catch (RefusedFile e) {
            error(path, e.getMessage());
        } catch (IOException e) {
            error(path, "cannot be read");
        }
    }

    private void size(String path, String name, long bytes) {
        total += bytes;
        if (bytes > area.limits().fileBytes() || total > area.limits().totalBytes()) {
            throw QuantException.withErrors(
                    ErrorCode.TOO_LARGE,
                    "the files are too large: at most " + (area.limits().fileBytes() >> 20) + " MB each and "
                            + (area.limits().totalBytes() >> 20) + " MB together",
                    List.of(new FieldError(path, "is too large")));
        }
        if (bytes == 0) {
            error(path, "'" + name + "' is empty");
        }
    }

    private void error(String path, @Nullable String message) {
        errors.add(new FieldError(path, String.valueOf(message)));
    }
}

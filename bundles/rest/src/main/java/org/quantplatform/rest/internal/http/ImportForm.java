package org.quantplatform.rest.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.Upload;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An uploaded import: options and files, the files in a folder of their own until closed. */
public final class ImportForm implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportForm.class);
    private static final int MAX_FILES = 100;
    private static final int MAX_OPTIONS = 65536;

    private final Path folder;
    private final List<Upload> files = new ArrayList<>();
    private @Nullable ImportRequest options;

    private ImportForm() {
        try {
            folder = Files.createTempDirectory("quant-import-");
        } catch (IOException e) {
            throw UploadedFile.failed(e);
        }
    }

    public static ImportForm read(Call call) {
        String type = String.valueOf(call.request().getContentType());
        try {
            InputStream body = call.bodyStream(call.front().options().importLimit());
            MultipartReader reader = new MultipartReader(body, type);
            ImportForm form = new ImportForm();
            try {
                form.fill(reader);
                return form;
            } catch (IOException | RuntimeException e) {
                form.close();
                if (e instanceof QuantException refused && refused.code() == ErrorCode.UNAVAILABLE) {
                    LimitedStream.drain(call.request(), 0);
                }
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportRequest options() {
        if (options == null) {
            throw QuantException.invalid("options", "the part is missing");
        }
        return options;
    }

    public List<Upload> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() {
        try {
            for (Upload file : files) {
                Files.deleteIfExists(file.content());
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("cannot remove the upload folder {}: {}", folder, e.toString());
        }
    }

    private void fill(MultipartReader reader) throws IOException {
        for (Map<String, String> part = reader.next(); part != null; part = reader.next()) {
            String name = part.getOrDefault("name", "");
            switch (name) {
                case "options" -> readOptions(reader);
                case "file" -> readFile(reader, part.getOrDefault("filename", ""));
                default -> throw QuantException.invalid(shown(name), "unknown part; known are file, options");
            }
        }
        options();
    }

    private void readOptions(MultipartReader reader) throws IOException {
        if (options != null) {
            throw QuantException.invalid("options", "given more than once");
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream() {
            @Override
            public void write(int value) {
                room(1);
                super.write(value);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                room(length);
                super.write(bytes, from, length);
            }

            private void room(int length) {
                if (count + length > MAX_OPTIONS) {
                    throw QuantException.invalid("options", "is longer than " + MAX_OPTIONS + " bytes");
                }
            }
        };
        reader.copyTo(text);
        options = QuantJson.readRequest(text.toString(StandardCharsets.UTF_8), ImportRequest.class);
    }

    private void readFile(MultipartReader reader, String filename) throws IOException {
        if (files.size() >= MAX_FILES) {
            throw QuantException.invalid("file", "at most " + MAX_FILES + " files");
        }
        String name = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
        if (name.isBlank() || name.length() > 255 || name.chars().anyMatch(Character::isISOControl)) {
            throw QuantException.invalid("file", "must have a filename of 1 to 255 characters");
        }
        Path content = folder.resolve("file-" + files.size());
        files.add(new Upload(name, content));
        try (OutputStream out = new UploadedFile(content)) {
            reader.copyTo(out);
        }
    }

    private static String shown(String name) {
        return name.length() > 64 ? name.substring(0, 64) : name;
    }
}

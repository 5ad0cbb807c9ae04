package org.quantplatform.market.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.data.InputFile;

/**
 * The files of an import as its source sees them: decompressed, and cut off when they hold more than they may. Knows
 * which of them was opened last, because a sink is told lines only.
 */
final class ImportFiles implements AutoCloseable {

    private final ImportArea.Limits limits;
    private final List<String> names = new ArrayList<>();
    private final List<InputFile> inputs = new ArrayList<>();
    private final List<ZipFile> zips = new ArrayList<>();
    private int current;
    private long read;
    private long size;
    private long inflated;

    private ImportFiles(ImportArea.Limits limits) {
        this.limits = limits;
    }

    static ImportFiles open(StoredImport stored, ImportArea area) throws IOException {
        ImportFiles files = new ImportFiles(area.limits());
        try {
            for (int i = 0; i < stored.uploads().size(); i++) {
                files.add(stored.uploads().get(i), area.spool().file(String.valueOf(stored.spool()), i));
            }
            List<String> serverFiles = stored.request().serverFiles();
            for (String name : serverFiles == null ? List.<String>of() : serverFiles) {
                files.add(name, area.serverFile(name).orElseThrow(() -> gone(name)));
            }
            return files;
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static QuantException gone(String name) {
        return QuantException.of(ErrorCode.UNPROCESSABLE, "'" + name + "' is not in the server's import folder");
    }

    List<InputFile> inputs() {
        return inputs;
    }

    /** By index. */
    List<String> names() {
        return names;
    }

    /** Index of the file opened last; -1 when there are none. */
    int current() {
        return names.isEmpty() ? -1 : current;
    }

    /** Bytes read so far. */
    long read() {
        return Math.min(read, size);
    }

    /** Bytes that there are to read. */
    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : zips) {
            zip.close();
        }
    }

    private void add(String name, Path file) throws IOException {
        if (FileNames.format(name) == FileNames.Format.ZIP) {
            addZip(name, file);
            return;
        }
        boolean gzip = FileNames.format(name) == FileNames.Format.GZIP;
        size += Files.size(file);
        String shown = gzip ? name.substring(0, name.length() - ".gz".length()) : name;
        add(name, shown, () -> {
            InputStream raw = new Counted(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), false);
            return new Counted(gzip ? new GZIPInputStream(raw, 1 << 16) : raw, true);
        });
    }

    private void addZip(String name, Path file) throws IOException {
        ZipEntries.guard(file, limits);
        ZipFile zip = new ZipFile(file.toFile());
        zips.add(zip);
        for (ZipEntry entry : ZipEntries.list(zip, limits)) {
            size += Math.max(0, entry.getSize());
            String base = ZipEntries.baseName(entry);
            add(name + "/" + base, base, () -> new Counted(new Counted(zip.getInputStream(entry), false), true));
        }
    }

    /** Opens a file's content. */
    private interface Content {
        InputStream open() throws IOException;
    }

    private void add(String reported, String shown, Content content) {
        int index = names.size();
        names.add(reported);
        inputs.add(new InputFile() {
            @Override
            public String name() {
                return shown;
            }

            @Override
            public InputStream open() throws IOException {
                current = index;
                return content.open();
            }
        });
    }

    /** Counts bytes, either those read for the progress or those handed out, which are limited. */
    private final class Counted extends FilterInputStream {

        private final boolean handedOut;

        Counted(InputStream in, boolean handedOut) {
            super(in);
            this.handedOut = handedOut;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            count(Math.max(0, count));
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long bytes) throws RefusedFile {
            if (!handedOut) {
                read += bytes;
                return;
            }
            inflated += bytes;
            if (inflated > limits.inflatedBytes()) {
                throw new RefusedFile(
                        "the files hold more than " + (limits.inflatedBytes() >> 20) + " MB after decompression");
            }
        }
    }
}

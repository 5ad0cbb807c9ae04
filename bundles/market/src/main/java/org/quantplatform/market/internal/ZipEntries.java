package org.quantplatform.market.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The text files in a zip; nothing is ever unpacked to a path that an entry names. */
final class ZipEntries {

    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int BYTES_PER_ENTRY = 1024;

    private ZipEntries() {}

    /** Opens the file once and looks at what it says of itself. */
    static void check(Path file, ImportArea.Limits limits) throws IOException {
        guard(file, limits);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            list(zip, limits);
        } catch (ZipException e) {
            throw new RefusedFile("is no zip that can be read: " + e.getMessage());
        }
    }

    /** Folders and hidden files are passed over. */
    static List<ZipEntry> list(ZipFile zip, ImportArea.Limits limits) throws RefusedFile {
        List<ZipEntry> entries = new ArrayList<>();
        long inflated = 0;
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(e -> e)::iterator) {
            String name = baseName(entry);
            if (entry.isDirectory() || name.startsWith(".") || entry.getName().startsWith("__MACOSX/")) {
                continue;
            }
            if (!name.toLowerCase(Locale.ROOT).endsWith(".csv") || !FileNames.plain(name)) {
                throw new RefusedFile("holds a file that is no .csv");
            }
            inflated += Math.max(0, entry.getSize());
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw new RefusedFile("holds no .csv file");
        }
        if (inflated > limits.inflatedBytes()) {
            throw new RefusedFile("holds more than " + (limits.inflatedBytes() >> 20) + " MB");
        }
        return entries;
    }

    static String baseName(ZipEntry entry) {
        String name = entry.getName().replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Refuses a huge directory before {@link ZipFile} would read it into memory. */
    static void guard(Path file, ImportArea.Limits limits) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int size = (int) Math.min(in.length(), END_RECORD + MAX_COMMENT);
            byte[] tail = new byte[size];
            in.seek(in.length() - size);
            in.readFully(tail);
            ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = size - END_RECORD; at >= 0; at--) {
                if (bytes.getInt(at) == END_SIGNATURE) {
                    guard(bytes, at, limits);
                    return;
                }
            }
        }
        throw new RefusedFile("is no zip");
    }

    private static void guard(ByteBuffer bytes, int at, ImportArea.Limits limits) throws RefusedFile {
        int entries = Short.toUnsignedInt(bytes.getShort(at + 10));
        long directory = Integer.toUnsignedLong(bytes.getInt(at + 12));
        if (entries > limits.zipEntries() || directory > (long) limits.zipEntries() * BYTES_PER_ENTRY) {
            throw new RefusedFile("holds more than " + limits.zipEntries() + " files");
        }
    }
}

package org.quantplatform.embeddeddb.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a tar stream in order: POSIX ustar with GNU long names, which is what the server's archive uses. */
final class TarReader {

    /** One entry; {@code type} is the header's type flag: {@code 0} file, {@code 2} symbolic link, {@code 5} folder. */
    record Entry(String name, char type, int mode, long size, String link) {}

    private static final int BLOCK = 512;

    private final InputStream in;
    private long unread;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** The next entry, or null at the end. */
    @Nullable
    Entry next() throws IOException {
        String longName = "";
        while (true) {
            in.skipNBytes(unread);
            unread = 0;
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return null;
            }
            Entry entry = parse(header, longName);
            unread = (entry.size() + BLOCK - 1) / BLOCK * BLOCK;
            if (entry.type() != 'L') {
                return entry;
            }
            longName = text(content(entry), 0, (int) entry.size());
        }
    }

    /** The bytes of the entry that {@link #next} returned last. */
    byte[] content(Entry entry) throws IOException {
        if (entry.size() > Integer.MAX_VALUE - BLOCK) {
            throw new IOException("Archive entry too large: " + entry.name());
        }
        byte[] bytes = in.readNBytes((int) entry.size());
        if (bytes.length < entry.size()) {
            throw new EOFException("Archive ends within " + entry.name());
        }
        unread -= bytes.length;
        return bytes;
    }

    private static Entry parse(byte[] header, String longName) throws IOException {
        char type = header[156] == 0 ? '0' : (char) header[156];
        if ("025L".indexOf(type) < 0) {
            throw new IOException("Archive entry of unknown type " + type);
        }
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        boolean ustar = text(header, 257, 6).equals("ustar");
        String full = !longName.isEmpty() ? longName : ustar && !prefix.isEmpty() ? prefix + "/" + name : name;
        long size = octal(header, 124, 12);
        return new Entry(full, type, (int) octal(header, 100, 8), size, text(header, 157, 100));
    }

    private static long octal(byte[] header, int from, int length) throws IOException {
        String digits = text(header, from, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("Archive header is damaged", e);
        }
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOfRange(bytes, from, end), StandardCharsets.UTF_8);
    }
}

package org.quantplatform.source.csv.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.quantplatform.spi.PluginException;

/**
 * Reads records of comma-separated text as RFC 4180 describes them, with any delimiter and any line end. It hands out
 * ranges of a reused buffer instead of strings, because most fields are numbers and speed is the point.
 */
final class CsvScanner implements Records {

    private static final int MAX_FIELDS = 16_384;
    private static final int END = -1;

    private final Reader in;
    private final int maxRecord;
    private final char delimiter;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int filled;

    private char[] record = new char[1 << 10];
    private int length;
    private int[] ends = new int[32];
    private int fields;
    private boolean unclosed;
    private long nextLine = 1;
    private long line;

    /**
     * @param delimiter 0 to take the one of comma, semicolon and tab that is most frequent in the first line
     * @param maxRecord characters that a record may have
     */
    CsvScanner(Reader in, char delimiter, int maxRecord) throws IOException {
        this.in = in;
        this.maxRecord = maxRecord;
        fill();
        if (filled > 0 && buffer[0] == '\uFEFF') {
            position = 1;
        }
        this.delimiter = delimiter != 0 ? delimiter : mostFrequentDelimiter();
    }

    /** Goes to the next record that is not a blank line; false at the end. */
    @Override
    public boolean next() throws IOException {
        do {
            line = nextLine;
            if (!readRecord()) {
                return false;
            }
        } while (fields == 1 && length == 0 && !unclosed);
        return true;
    }

    /** Number of the line on which the record begins, from 1. */
    @Override
    public long line() {
        return line;
    }

    @Override
    public int fields() {
        return fields;
    }

    /** True when the text ended inside quotes. */
    @Override
    public boolean unclosed() {
        return unclosed;
    }

    @Override
    public char[] chars() {
        return record;
    }

    /** First character of the field that is not a blank. */
    @Override
    public int start(int field) {
        int start = field == 0 ? 0 : ends[field - 1];
        while (start < ends[field] && record[start] <= ' ') {
            start++;
        }
        return start;
    }

    /** After the last character of the field that is not a blank. */
    @Override
    public int end(int field) {
        int first = field == 0 ? 0 : ends[field - 1];
        int end = ends[field];
        while (end > first && record[end - 1] <= ' ') {
            end--;
        }
        return end;
    }

    @Override
    public String text(int field) {
        int start = start(field);
        return new String(record, start, Math.max(0, end(field) - start));
    }

    private boolean readRecord() throws IOException {
        length = 0;
        fields = 0;
        unclosed = false;
        int c = read();
        if (c == END) {
            return false;
        }
        while (true) {
            c = length == fieldStart() && c == '"' ? readQuoted() : c;
            if (c == delimiter) {
                endField();
            } else if (c == '\n' || c == '\r' || c == END) {
                endField();
                endLine(c);
                return true;
            } else {
                append((char) c);
            }
            c = read();
        }
    }

    /** Appends up to the closing quote and returns the character after it. */
    private int readQuoted() throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                unclosed = true;
                return END;
            }
            if (c == '"') {
                int after = read();
                if (after != '"') {
                    return after;
                }
            } else if (c == '\n') {
                nextLine++;
            }
            append((char) c);
        }
    }

    private int fieldStart() {
        return fields == 0 ? 0 : ends[fields - 1];
    }

    private void endLine(int c) throws IOException {
        nextLine++;
        if (c == '\r') {
            int after = read();
            if (after != '\n' && after != END) {
                position--;
            }
        }
    }

    private void endField() {
        if (fields == MAX_FIELDS) {
            throw new PluginException("line " + line + " has more than " + MAX_FIELDS + " columns");
        }
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
        }
        ends[fields++] = length;
    }

    private void append(char c) {
        if (length == record.length) {
            if (length >= maxRecord) {
                throw new PluginException("line " + line + " has more than " + maxRecord + " characters");
            }
            record = Arrays.copyOf(record, length * 2);
        }
        record[length++] = c;
    }

    private int read() throws IOException {
        if (position == filled) {
            fill();
            if (filled == 0) {
                return END;
            }
        }
        return buffer[position++];
    }

    private void fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
    }

    private char mostFrequentDelimiter() {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            int count = countInFirstLine(candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private int countInFirstLine(char wanted) {
        int count = 0;
        boolean quoted = false;
        for (int i = position; i < filled && (quoted || (buffer[i] != '\n' && buffer[i] != '\r')); i++) {
            quoted ^= buffer[i] == '"';
            count += !quoted && buffer[i] == wanted ? 1 : 0;
        }
        return count;
    }
}

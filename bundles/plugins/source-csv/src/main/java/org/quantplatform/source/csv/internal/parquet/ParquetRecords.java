package org.quantplatform.source.csv.internal.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.source.csv.internal.Records;
import org.quantplatform.spi.PluginException;

/**
 * The rows of an Apache Parquet file as records of text. Read are tables without nested columns, plain or by dictionary,
 * unpacked, or packed with Snappy or gzip: what this platform, pandas and pyarrow write unless told otherwise. A page of each
 * column is in memory at a time.
 */
public final class ParquetRecords implements Records, AutoCloseable {

    private static final int MAGIC = 0x31524150;
    private static final int TAIL = 8;
    private static final int LARGEST_FOOTER = 1 << 26;
    private static final int LONGEST_RECORD = 1 << 20;

    private final String name;
    private final Path copy;
    private final FileChannel file;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Thrift> groups;
    private final List<ColumnPages> columns = new ArrayList<>();
    private final int[] ends;
    private char[] record = new char[1 << 10];
    private int length;
    private int nextGroup;
    private long rowsLeft;
    private long line;

    private ParquetRecords(String name, Path copy, FileChannel file) throws IOException {
        this.name = name;
        this.copy = copy;
        this.file = file;
        Thrift footer = footer(file);
        addLeaves(footer.structs(2));
        this.groups = footer.structs(4);
        this.ends = new int[leaves.size()];
    }

    /** Its description stands at its end, so that the content is copied aside first. */
    public static ParquetRecords open(String name, InputStream content) throws IOException {
        Path copy = Files.createTempFile("quant-", ".parquet");
        try (content) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            FileChannel file = FileChannel.open(copy, StandardOpenOption.READ);
            try {
                return new ParquetRecords(name, copy, file);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (Damaged e) {
            Files.deleteIfExists(copy);
            throw refused(name, e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static PluginException refused(String name, Damaged e) {
        return new PluginException(name + " cannot be read: " + e.getMessage(), e);
    }

    private static Thrift footer(FileChannel file) throws IOException {
        long size = file.size();
        if (size < TAIL + 4) {
            throw new Damaged("it is no Parquet file");
        }
        ByteBuffer tail = ColumnPages.bytes(file, size - TAIL, TAIL);
        int length = tail.getInt();
        if (tail.getInt() != MAGIC) {
            throw new Damaged("it is no Parquet file, or cut off");
        }
        if (length < 0 || length > Math.min(LARGEST_FOOTER, size - TAIL)) {
            throw new Damaged("its description has " + length + " bytes");
        }
        return Thrift.read(ColumnPages.bytes(file, size - TAIL - length, length));
    }

    private void addLeaves(List<Thrift> schema) throws Damaged {
        for (int i = 1; i < schema.size(); i++) {
            Thrift element = schema.get(i);
            if (element.number(5, 0) > 0) {
                throw new Damaged("column '" + element.text(4) + "' is nested; only flat tables are read");
            }
            leaves.add(new Leaf(i - 1, element.text(4), Kind.of(element), element.number(3, 0) == 1));
        }
        if (leaves.isEmpty()) {
            throw new Damaged("it has no columns");
        }
    }

    @Override
    public boolean next() throws IOException {
        try {
            return line == 0 ? header() : row();
        } catch (Damaged e) {
            throw refused(name, e);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw refused(name, new Damaged("its content does not fit its description", e));
        }
    }

    /** A column of a type that is not read is named so that nobody finds it. */
    private boolean header() throws Damaged {
        line = 1;
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            append(i, leaf.kind() == Kind.OTHER ? leaf.name() + " (of a type that is not read)" : leaf.name());
        }
        return true;
    }

    private boolean row() throws IOException {
        while (rowsLeft == 0) {
            if (nextGroup == groups.size()) {
                return false;
            }
            open(groups.get(nextGroup++));
        }
        rowsLeft--;
        line++;
        length = 0;
        for (int i = 0; i < leaves.size(); i++) {
            append(i, leaves.get(i).kind() == Kind.OTHER ? "" : columns.get(i).next());
        }
        return true;
    }

    private void open(Thrift group) throws IOException {
        List<Thrift> chunks = group.structs(1);
        if (chunks.size() != leaves.size()) {
            throw new Damaged("a group has " + chunks.size() + " columns instead of " + leaves.size());
        }
        columns.clear();
        for (Leaf leaf : leaves) {
            Thrift described = chunks.get(leaf.index()).struct(3);
            if (described == null) {
                throw new Damaged("it does not say where column '" + leaf.name() + "' is");
            }
            columns.add(new ColumnPages(file, leaf, described));
        }
        rowsLeft = Math.max(0, group.number(3, 0));
    }

    private void append(int field, String text) throws Damaged {
        int needed = length + text.length();
        if (needed > LONGEST_RECORD) {
            throw new Damaged("row " + line + " has more than " + LONGEST_RECORD + " characters");
        }
        if (needed > record.length) {
            record = Arrays.copyOf(record, Math.max(needed, record.length * 2));
        }
        text.getChars(0, text.length(), record, length);
        length = needed;
        ends[field] = length;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int fields() {
        return ends.length;
    }

    @Override
    public boolean unclosed() {
        return false;
    }

    @Override
    public char[] chars() {
        return record;
    }

    @Override
    public int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    @Override
    public int end(int field) {
        return ends[field];
    }

    @Override
    public String text(int field) {
        return new String(record, start(field), end(field) - start(field)).strip();
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(copy);
    }
}

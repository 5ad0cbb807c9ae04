package org.quantplatform.core.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Apache Parquet, format version 1: plain encoding, pages packed with gzip, every column required. That is little, but
 * every reader knows it, and it takes no library; the Java libraries for Parquet bring Hadoop or native code.
 */
public final class ParquetRows<R> implements Rows<R> {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_IN_GROUP = 65_536;

    private static final int INT32 = 1;
    private static final int DOUBLE = 5;
    private static final int BYTE_ARRAY = 6;
    private static final int REQUIRED = 0;
    private static final int UTF8 = 0;
    private static final int DATE = 6;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;

    private final OutputStream out;
    private final List<Column<R>> columns;
    private final Map<String, String> notes;
    private final List<ByteArrayOutputStream> pages = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long position;
    private long total;
    private int rows;

    /** What the end of the file tells of a column in a group. */
    private record Chunk(long offset, long plain, long packed) {}

    private record Group(List<Chunk> chunks, int rows) {}

    /**
     * @param notes kept in the file beside the schema
     */
    public ParquetRows(OutputStream out, List<Column<R>> columns, Map<String, String> notes) throws IOException {
        this.out = out;
        this.columns = columns;
        this.notes = new TreeMap<>(notes);
        columns.forEach(column -> pages.add(new ByteArrayOutputStream()));
        write(MAGIC);
    }

    @Override
    public void add(R row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            add(columns.get(i), row, pages.get(i));
        }
        if (++rows == ROWS_IN_GROUP) {
            endGroup();
        }
    }

    @Override
    public void close() throws IOException {
        if (rows > 0) {
            endGroup();
        }
        byte[] footer = footer();
        write(footer);
        write(littleEndian(4).putInt(footer.length).array());
        write(MAGIC);
        out.close();
    }

    private static <R> void add(Column<R> column, R row, ByteArrayOutputStream page) {
        if (column instanceof Column.Number<R> number) {
            page.writeBytes(
                    littleEndian(8).putDouble(number.value().applyAsDouble(row)).array());
        } else if (column instanceof Column.Day<R> day) {
            int days = (int) day.value().apply(row).toEpochDay();
            page.writeBytes(littleEndian(4).putInt(days).array());
        } else if (column instanceof Column.Text<R> text) {
            byte[] bytes = text.value().apply(row).getBytes(StandardCharsets.UTF_8);
            page.writeBytes(littleEndian(4).putInt(bytes.length).array());
            page.writeBytes(bytes);
        }
    }

    private void endGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (ByteArrayOutputStream page : pages) {
            byte[] packed = packed(page);
            byte[] header = header(page.size(), packed.length);
            chunks.add(new Chunk(position, header.length + page.size(), header.length + packed.length));
            write(header);
            write(packed);
            page.reset();
        }
        groups.add(new Group(chunks, rows));
        total += rows;
        rows = 0;
    }

    private byte[] header(int plain, int packed) {
        return new ThriftOutput()
                .number(1, 0)
                .number(2, plain)
                .number(3, packed)
                .struct(5)
                .number(1, rows)
                .number(2, PLAIN)
                .number(3, RLE)
                .number(4, RLE)
                .end()
                .bytes();
    }

    private byte[] footer() {
        ThriftOutput footer = new ThriftOutput().number(1, 1).structs(2, columns.size() + 1);
        footer.element().text(4, "schema").number(5, columns.size()).end();
        columns.forEach(column -> describe(column, footer));
        footer.number(3, total).structs(4, groups.size());
        groups.forEach(group -> describe(group, footer));
        footer.structs(5, notes.size());
        notes.forEach(
                (name, value) -> footer.element().text(1, name).text(2, value).end());
        return footer.text(6, "quant platform").bytes();
    }

    private static void describe(Column<?> column, ThriftOutput footer) {
        footer.element().number(1, type(column)).number(3, REQUIRED).text(4, column.name());
        if (column instanceof Column.Text<?>) {
            footer.number(6, UTF8);
        } else if (column instanceof Column.Day<?>) {
            footer.number(6, DATE);
        }
        footer.end();
    }

    private void describe(Group group, ThriftOutput footer) {
        long plain = group.chunks().stream().mapToLong(Chunk::plain).sum();
        footer.element().structs(1, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            Chunk chunk = group.chunks().get(i);
            footer.element()
                    .number(2, chunk.offset())
                    .struct(3)
                    .number(1, type(column))
                    .numbers(2, PLAIN, RLE)
                    .texts(3, column.name())
                    .number(4, GZIP)
                    .number(5, (long) group.rows())
                    .number(6, chunk.plain())
                    .number(7, chunk.packed())
                    .number(9, chunk.offset())
                    .end()
                    .end();
        }
        footer.number(2, plain).number(3, (long) group.rows()).end();
    }

    private static int type(Column<?> column) {
        if (column instanceof Column.Number<?>) {
            return DOUBLE;
        }
        return column instanceof Column.Day<?> ? INT32 : BYTE_ARRAY;
    }

    private static byte[] packed(ByteArrayOutputStream page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(page.size() / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            page.writeTo(gzip);
        }
        return packed.toByteArray();
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}

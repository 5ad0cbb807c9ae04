package org.quantplatform.source.csv.internal.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one column in one group of rows, page by page. */
final class ColumnPages {

    private static final int LARGEST_PAGE = 1 << 28;
    private static final int LARGEST_HEADER = 1 << 16;
    private static final int DATA = 0;
    private static final int DICTIONARY = 2;
    private static final int DATA_V2 = 3;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final List<Integer> BY_DICTIONARY = List.of(2, 8);

    private final FileChannel file;
    private final Kind kind;
    private final boolean optional;
    private final long codec;
    private final long end;
    private long position;
    private String[] dictionary = {};
    private String[] page = {};
    private int taken;

    /** @param chunk metadata of the column in the group */
    ColumnPages(FileChannel file, Leaf leaf, Thrift chunk) throws Damaged {
        this.file = file;
        this.kind = leaf.kind();
        this.optional = leaf.optional();
        this.codec = chunk.number(4, 0);
        Codec.check(codec);
        long data = chunk.number(9, 0);
        long first = chunk.number(11, 0);
        this.position = first > 0 && first < data ? first : data;
        this.end = position + chunk.number(7, 0);
    }

    /** The next value's text, empty for null. */
    String next() throws IOException {
        while (taken == page.length) {
            if (position >= end) {
                throw new Damaged("it has fewer values than it says");
            }
            readPage();
        }
        return page[taken++];
    }

    private void readPage() throws IOException {
        ByteBuffer head = bytes(position, (int) Math.min(LARGEST_HEADER, file.size() - position));
        Thrift header = Thrift.read(head);
        long size = header.number(3, -1);
        long plain = header.number(2, -1);
        if (size < 0 || plain < 0 || Math.max(size, plain) > LARGEST_PAGE) {
            throw new Damaged("it has a page of " + Math.max(size, plain) + " bytes");
        }
        byte[] packed = bytes(position + head.position(), (int) size).array();
        position += head.position() + size;
        switch ((int) header.number(1, -1)) {
            case DATA -> data(part(header, 5), Codec.unpacked(codec, packed, 0, (int) plain));
            case DATA_V2 -> dataV2(part(header, 8), packed, (int) plain);
            case DICTIONARY ->
                dictionary = kind.plain(
                        buffer(Codec.unpacked(codec, packed, 0, (int) plain)), count(part(header, 7), (int) plain));
            default -> {
                // indexes are of no use here
            }
        }
    }

    private void data(Thrift header, byte[] bytes) throws Damaged {
        int count = count(header, Integer.MAX_VALUE);
        ByteBuffer in = buffer(bytes);
        int @Nullable [] present = null;
        if (optional) {
            if (header.number(3, RLE) != RLE || in.remaining() < 4) {
                throw new Damaged("it marks missing values in a way that is not read");
            }
            present = Hybrid.read(slice(in, in.getInt()), 1, count);
        }
        fill(in, header.number(2, PLAIN), present, count);
    }

    private void dataV2(Thrift header, byte[] packed, int plain) throws IOException {
        int count = count(header, Integer.MAX_VALUE);
        int levels = (int) (header.number(5, 0) + header.number(6, 0));
        if (levels < 0 || levels > Math.min(packed.length, plain)) {
            throw new Damaged("a page is cut off");
        }
        int @Nullable [] present = optional ? Hybrid.read(slice(buffer(packed), levels), 1, count) : null;
        boolean isPacked = header.flag(7, true);
        byte[] values = isPacked
                ? Codec.unpacked(codec, packed, levels, plain - levels)
                : Arrays.copyOfRange(packed, levels, packed.length);
        fill(buffer(values), header.number(4, PLAIN), present, count);
    }

    private void fill(ByteBuffer in, long encoding, int @Nullable [] present, int count) throws Damaged {
        int there = present == null ? count : Arrays.stream(present).sum();
        String[] values = values(in, encoding, there);
        taken = 0;
        if (present == null) {
            page = values;
            return;
        }
        page = new String[count];
        int used = 0;
        for (int i = 0; i < count; i++) {
            page[i] = present[i] == 0 ? "" : values[used++];
        }
    }

    private String[] values(ByteBuffer in, long encoding, int count) throws Damaged {
        if (encoding == PLAIN) {
            return kind.plain(in, count);
        }
        if (!BY_DICTIONARY.contains((int) encoding)) {
            throw new Damaged("it has encoding " + encoding + "; plain and dictionary are read");
        }
        String[] values = new String[count];
        if (count == 0) {
            return values;
        }
        int[] places = Hybrid.read(in, in.get() & 0xff, count);
        for (int i = 0; i < count; i++) {
            if (places[i] < 0 || places[i] >= dictionary.length) {
                throw new Damaged("a value is not in the dictionary");
            }
            values[i] = dictionary[places[i]];
        }
        return values;
    }

    private static int count(Thrift header, int most) throws Damaged {
        long count = header.number(1, -1);
        if (count < 0 || count > Math.min(most, LARGEST_PAGE)) {
            throw new Damaged("it has a page of " + count + " values");
        }
        return (int) count;
    }

    private static Thrift part(Thrift header, int field) throws Damaged {
        Thrift part = header.struct(field);
        if (part == null) {
            throw new Damaged("a page does not say what is in it");
        }
        return part;
    }

    private static ByteBuffer slice(ByteBuffer in, int size) throws Damaged {
        if (size < 0 || size > in.remaining()) {
            throw new Damaged("a page is cut off");
        }
        ByteBuffer slice = in.slice().limit(size);
        in.position(in.position() + size);
        return slice;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer bytes(long from, int size) throws IOException {
        return bytes(file, from, size);
    }

    static ByteBuffer bytes(FileChannel file, long from, int size) throws IOException {
        if (from < 0 || size < 0 || from + size > file.size()) {
            throw new Damaged("it is cut off");
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }
}

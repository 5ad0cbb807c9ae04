package org.quantplatform.core.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The part of Thrift's compact protocol that Parquet's headers need. Fields are written in order of their number. */
final class ThriftOutput {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    ThriftOutput number(int field, int value) {
        field(field, I32);
        zigzag(value);
        return this;
    }

    ThriftOutput number(int field, long value) {
        field(field, I64);
        zigzag(value);
        return this;
    }

    ThriftOutput text(int field, String value) {
        field(field, BINARY);
        bytes(value);
        return this;
    }

    /** Must be followed by as many numbers as it has. */
    ThriftOutput numbers(int field, int... values) {
        list(field, I32, values.length);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    ThriftOutput texts(int field, String... values) {
        list(field, BINARY, values.length);
        for (String value : values) {
            bytes(value);
        }
        return this;
    }

    /** Must be followed by {@code size} pairs of {@link #element} and {@link #end}. */
    ThriftOutput structs(int field, int size) {
        list(field, STRUCT, size);
        return this;
    }

    /** Begins a struct of a list. */
    ThriftOutput element() {
        outer.push(last);
        last = 0;
        return this;
    }

    ThriftOutput struct(int field) {
        field(field, STRUCT);
        return element();
    }

    /** Ends the struct begun last. */
    ThriftOutput end() {
        out.write(0);
        last = outer.pop();
        return this;
    }

    /** Ends the whole. */
    byte[] bytes() {
        out.write(0);
        return out.toByteArray();
    }

    private void list(int field, int type, int size) {
        field(field, LIST);
        if (size < SHORT_LIST) {
            out.write(size << 4 | type);
        } else {
            out.write(SHORT_LIST << 4 | type);
            varint(size);
        }
    }

    private void field(int field, int type) {
        int step = field - last;
        if (step > 0 && step < SHORT_LIST) {
            out.write(step << 4 | type);
        } else {
            out.write(type);
            zigzag(field);
        }
        last = field;
    }

    private void bytes(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}

package org.quantplatform.source.csv.internal.parquet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A struct of Thrift's compact protocol, by the numbers of its fields; fields that nobody knows are read over. */
final class Thrift {

    private static final int DEEPEST = 32;
    private static final int LONGEST_VARINT = 10;

    private final Map<Integer, Object> fields = new HashMap<>();

    private Thrift() {}

    /** Leaves the buffer behind the struct. */
    static Thrift read(ByteBuffer in) throws Damaged {
        try {
            return struct(in, 0);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Damaged("its description is cut off", e);
        }
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    long number(int field, long otherwise) {
        return fields.get(field) instanceof Long number ? number : otherwise;
    }

    boolean flag(int field, boolean otherwise) {
        return fields.get(field) instanceof Boolean flag ? flag : otherwise;
    }

    String text(int field) {
        return fields.get(field) instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    @Nullable
    Thrift struct(int field) {
        return fields.get(field) instanceof Thrift struct ? struct : null;
    }

    List<Thrift> structs(int field) {
        List<Thrift> found = new ArrayList<>();
        if (fields.get(field) instanceof List<?> list) {
            list.forEach(element -> {
                if (element instanceof Thrift struct) {
                    found.add(struct);
                }
            });
        }
        return found;
    }

    private static Thrift struct(ByteBuffer in, int depth) throws Damaged {
        if (depth > DEEPEST) {
            throw new Damaged("its description is nested too deeply");
        }
        Thrift struct = new Thrift();
        int id = 0;
        for (int head = in.get() & 0xff; head != 0; head = in.get() & 0xff) {
            int step = head >> 4;
            id = step == 0 ? (int) zigzag(in) : id + step;
            int type = head & 15;
            struct.fields.put(id, type <= 2 ? (Object) (type == 1) : value(in, type, depth));
        }
        return struct;
    }

    private static Object value(ByteBuffer in, int type, int depth) throws Damaged {
        return switch (type) {
            case 1, 2 -> in.get() == 1;
            case 3 -> (long) in.get();
            case 4, 5, 6 -> zigzag(in);
            case 7 -> in.getLong();
            case 8 -> bytes(in);
            case 9, 10 -> list(in, depth);
            case 12 -> struct(in, depth + 1);
            default -> throw new Damaged("its description has a field of unknown type " + type);
        };
    }

    private static List<Object> list(ByteBuffer in, int depth) throws Damaged {
        int head = in.get() & 0xff;
        long size = head >> 4 == 15 ? varint(in) : head >> 4;
        if (size < 0 || size > in.remaining()) {
            throw new Damaged("its description has a list that is too long");
        }
        List<Object> list = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            list.add(value(in, head & 15, depth));
        }
        return list;
    }

    private static byte[] bytes(ByteBuffer in) throws Damaged {
        long size = varint(in);
        if (size < 0 || size > in.remaining()) {
            throw new Damaged("its description is cut off");
        }
        byte[] bytes = new byte[(int) size];
        in.get(bytes);
        return bytes;
    }

    private static long zigzag(ByteBuffer in) throws Damaged {
        long value = varint(in);
        return value >>> 1 ^ -(value & 1);
    }

    static long varint(ByteBuffer in) throws Damaged {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            byte b = in.get();
            value |= (long) (b & 0x7f) << 7 * i;
            if (b >= 0) {
                return value;
            }
        }
        throw new Damaged("it has a number that is too long");
    }
}

package org.quantplatform.source.csv.internal.parquet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Small numbers in Parquet's mixture of runs and packed bits. */
final class Hybrid {

    private static final int GROUP = 8;

    private Hybrid() {}

    /** @param width bits of a number, 0 to 31 */
    static int[] read(ByteBuffer in, int width, int count) throws Damaged {
        if (width < 0 || width > 31) {
            throw new Damaged("it has numbers of " + width + " bits");
        }
        int[] numbers = new int[count];
        try {
            for (int filled = 0; filled < count; ) {
                long head = Thrift.varint(in);
                long size = head >>> 1;
                filled = (head & 1) == 0
                        ? run(in, width, size, numbers, filled)
                        : packed(in, width, size, numbers, filled);
            }
        } catch (BufferUnderflowException e) {
            throw new Damaged("a page is cut off", e);
        }
        return numbers;
    }

    private static int run(ByteBuffer in, int width, long size, int[] numbers, int filled) throws Damaged {
        int value = 0;
        for (int shift = 0; shift < width; shift += 8) {
            value |= (in.get() & 0xff) << shift;
        }
        if (size <= 0) {
            throw new Damaged("it has an empty run");
        }
        int end = (int) Math.min(numbers.length, filled + size);
        Arrays.fill(numbers, filled, end, value);
        return end;
    }

    private static int packed(ByteBuffer in, int width, long groups, int[] numbers, int filled) throws Damaged {
        if (groups <= 0) {
            throw new Damaged("it has an empty run");
        }
        int end = (int) Math.min(numbers.length, filled + groups * GROUP);
        long bits = 0;
        int have = 0;
        for (int i = filled; i < end; i++) {
            for (; have < width; have += 8) {
                bits |= (in.get() & 0xffL) << have;
            }
            numbers[i] = (int) (bits & (1L << width) - 1);
            bits >>>= width;
            have -= width;
        }
        long bytes = groups * width - ((long) (end - filled) * width + 7) / 8;
        in.position((int) Math.min(in.limit(), in.position() + Math.max(0, bytes)));
        return end;
    }
}

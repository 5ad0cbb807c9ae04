package org.quantplatform.source.csv.internal.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** How pages are packed. */
final class Codec {

    private static final List<String> NAMES =
            List.of("UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW");

    private Codec() {}

    /** @throws Damaged when it is none that is read */
    static void check(long codec) throws Damaged {
        if (codec < 0 || codec > 2) {
            String name = codec >= 0 && codec < NAMES.size() ? NAMES.get((int) codec) : String.valueOf(codec);
            throw new Damaged("it is packed with " + name + "; write it with compression snappy, gzip or none");
        }
    }

    static byte[] unpacked(long codec, byte[] packed, int from, int size) throws IOException {
        byte[] plain = new byte[size];
        if (codec == 0) {
            if (packed.length - from != size) {
                throw new Damaged("a page has another size than it says");
            }
            System.arraycopy(packed, from, plain, 0, size);
        } else if (codec == 1) {
            snappy(packed, from, plain);
        } else {
            try (GZIPInputStream in =
                    new GZIPInputStream(new ByteArrayInputStream(packed, from, packed.length - from))) {
                if (in.readNBytes(plain, 0, size) != size || in.read() >= 0) {
                    throw new Damaged("a page has another size than it says");
                }
            }
        }
        return plain;
    }

    /** Literals and copies of what went before, as Google's format description of Snappy has it. */
    private static void snappy(byte[] in, int from, byte[] out) throws Damaged {
        try {
            int at = from;
            while (in[at++] < 0) {
                // the length, which the page tells too
            }
            int to = 0;
            while (to < out.length) {
                int tag = in[at++] & 0xff;
                if ((tag & 3) == 0) {
                    int extra = Math.max(0, (tag >> 2) - 59);
                    int length = 1 + (extra == 0 ? tag >> 2 : number(in, at, extra));
                    at += extra;
                    System.arraycopy(in, at, out, to, length);
                    at += length;
                    to += length;
                } else {
                    int bytes = (tag & 3) == 3 ? 4 : tag & 3;
                    int length = bytes == 1 ? 4 + (tag >> 2 & 7) : 1 + (tag >> 2);
                    int back = number(in, at, bytes) + (bytes == 1 ? tag >> 5 << 8 : 0);
                    at += bytes;
                    copy(out, to, back, length);
                    to += length;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new Damaged("a page cannot be unpacked", e);
        }
    }

    /** May overlap with what it writes. */
    private static void copy(byte[] out, int to, int back, int length) throws Damaged {
        if (back <= 0 || back > to) {
            throw new Damaged("a page cannot be unpacked");
        }
        for (int i = to; i < to + length; i++) {
            out[i] = out[i - back];
        }
    }

    private static int number(byte[] in, int at, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (in[at + i] & 0xff) << 8 * i;
        }
        return value;
    }
}

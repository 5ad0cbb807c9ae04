package org.quantplatform.source.yfinance.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.quantplatform.source.http.UnreadableAnswer;

/**
 * A price of the moment as the provider packs it: a protocol buffer in Base64. What is not in it has its default, which
 * for numbers is told here as NaN.
 *
 * @param time epoch milliseconds
 */
record Pricing(String id, double price, long time, double size, double bid, double ask) {

    private static final int ID = 1;
    private static final int PRICE = 2;
    private static final int TIME = 3;
    private static final int LAST_SIZE = 22;
    private static final int BID = 23;
    private static final int ASK = 25;

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    static Pricing parse(String base64) throws UnreadableAnswer {
        try {
            return parse(ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new UnreadableAnswer("a price cannot be unpacked", e);
        }
    }

    private static Pricing parse(ByteBuffer bytes) throws UnreadableAnswer {
        String id = "";
        long time = 0;
        double[] numbers = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        while (bytes.hasRemaining()) {
            long tag = varint(bytes);
            int field = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case VARINT -> {
                    long value = varint(bytes);
                    long signed = (value >>> 1) ^ -(value & 1);
                    time = field == TIME ? signed : time;
                    numbers[1] = field == LAST_SIZE ? signed : numbers[1];
                }
                case EIGHT_BYTES -> bytes.getLong();
                case LENGTH -> {
                    byte[] text = new byte[length(bytes)];
                    bytes.get(text);
                    id = field == ID ? new String(text, StandardCharsets.UTF_8) : id;
                }
                case FOUR_BYTES -> {
                    float value = bytes.getFloat();
                    numbers[0] = field == PRICE ? value : numbers[0];
                    numbers[2] = field == BID ? value : numbers[2];
                    numbers[3] = field == ASK ? value : numbers[3];
                }
                default -> throw new UnreadableAnswer("a price has a field of an unknown kind");
            }
        }
        return new Pricing(id, numbers[0], time, numbers[1], numbers[2], numbers[3]);
    }

    private static int length(ByteBuffer bytes) throws UnreadableAnswer {
        long length = varint(bytes);
        if (length < 0 || length > bytes.remaining()) {
            throw new UnreadableAnswer("a price ends in the middle");
        }
        return (int) length;
    }

    private static long varint(ByteBuffer bytes) throws UnreadableAnswer {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = bytes.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new UnreadableAnswer("a price has a number that does not end");
    }
}

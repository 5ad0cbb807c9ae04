package org.quantplatform.store.internal.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes rows into a table by COPY in its binary format: each field is its length, then its value, big-endian. */
public final class CopyWriter {

    /** PostgreSQL counts days from 2000-01-01. */
    static final int EPOCH_DAY_2000 = 10_957;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    private static final int SIZE = 1 << 16;

    /** Dimensions, whether there are nulls, type of the elements, then length and lower bound of the dimension. */
    private static final int ARRAY_HEADER = 5 * Integer.BYTES;

    /** PostgreSQL's number of the type {@code double precision}. */
    private static final int FLOAT8 = 701;

    /** Room for the fixed-width fields of any row of ours; texts ask for their own. */
    private static final int FIXED_PART = 512;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(SIZE);

    /** @param target table and columns, such as {@code bars (id, date)} */
    public CopyWriter(Session session, String target) throws SQLException {
        this.copy = session.copyIn("copy " + target + " from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Starts the next row; its fields follow in order. */
    public CopyWriter row(int fields) throws SQLException {
        room(FIXED_PART);
        buffer.putShort((short) fields);
        return this;
    }

    public CopyWriter number(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    public CopyWriter number(long value) {
        buffer.putInt(Long.BYTES).putLong(value);
        return this;
    }

    public CopyWriter number(double value) {
        buffer.putInt(Double.BYTES).putLong(Double.doubleToLongBits(value));
        return this;
    }

    /** An array of one dimension. */
    public CopyWriter numbers(double[] values) throws SQLException {
        int length = ARRAY_HEADER + values.length * (Integer.BYTES + Double.BYTES);
        room(Integer.BYTES + length + FIXED_PART);
        buffer.putInt(length);
        buffer.putInt(1).putInt(0).putInt(FLOAT8).putInt(values.length).putInt(1);
        for (double value : values) {
            number(value);
        }
        return this;
    }

    public CopyWriter flag(boolean value) {
        buffer.putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public CopyWriter date(int epochDay) {
        buffer.putInt(Integer.BYTES).putInt(epochDay - EPOCH_DAY_2000);
        return this;
    }

    public CopyWriter date(@Nullable LocalDate date) {
        if (date == null) {
            buffer.putInt(-1);
            return this;
        }
        return date(Math.toIntExact(date.toEpochDay()));
    }

    public CopyWriter text(@Nullable String value) throws SQLException {
        if (value == null) {
            buffer.putInt(-1);
            return this;
        }
        if (value.isEmpty()) {
            buffer.putInt(0);
            return this;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        room(bytes.length + FIXED_PART);
        buffer.putInt(bytes.length).put(bytes);
        return this;
    }

    /** @return rows written */
    public long finish() throws SQLException {
        room(Short.BYTES);
        buffer.putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    private void room(int bytes) throws SQLException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        flush();
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(bytes);
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}

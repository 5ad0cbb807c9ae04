package org.quantplatform.store.internal.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a table by COPY in its binary format: each field is its length, then its value, big-endian. Rows are sent
 * when there are enough of them; only then does a COPY run, until {@link #finish} or until the session has something else to
 * do, after which another one goes on with the rows that follow.
 */
public final class CopyWriter {

    /** PostgreSQL counts days from 2000-01-01. */
    static final int EPOCH_DAY_2000 = 10_957;

    private static final long EPOCH_SECOND_2000 = EPOCH_DAY_2000 * 86_400L;
    private static final long MICROS = 1_000_000;

    /** Signature, flags and length of the extension, of which there are none. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

    private static final int SIZE = 1 << 16;

    /** Dimensions, whether there are nulls, type of the elements, then length and lower bound of the dimension. */
    private static final int ARRAY_HEADER = 5 * Integer.BYTES;

    /** PostgreSQL's number of the type {@code double precision}. */
    private static final int FLOAT8 = 701;

    /** Room for the fixed-width fields of any row of ours; texts ask for their own. */
    private static final int FIXED_PART = 512;

    private final Session session;
    private final String target;
    private ByteBuffer buffer = ByteBuffer.allocate(SIZE);
    private @Nullable CopyIn copy;

    /** Bytes of the buffer that are whole rows. */
    private int whole;

    private long rows;

    /** @param target table and columns, such as {@code bars (id, date)} */
    public CopyWriter(Session session, String target) {
        this.session = session;
        this.target = target;
    }

    /** Starts the next row; its fields follow in order. */
    public CopyWriter row(int fields) throws SQLException {
        whole = buffer.position();
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
        return date == null ? absent() : date(Math.toIntExact(date.toEpochDay()));
    }

    /** A null. */
    public CopyWriter absent() {
        buffer.putInt(-1);
        return this;
    }

    /** A time with zone, which PostgreSQL counts in microseconds. */
    public CopyWriter time(long epochSecond) {
        return number((epochSecond - EPOCH_SECOND_2000) * MICROS);
    }

    static long epochSecond(long microsSince2000) {
        return microsSince2000 / MICROS + EPOCH_SECOND_2000;
    }

    public CopyWriter text(@Nullable String value) throws SQLException {
        if (value == null) {
            return absent();
        }
        if (value.isEmpty()) {
            buffer.putInt(0);
            return this;
        }
        return text(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text in UTF-8. */
    public CopyWriter text(byte[] bytes) throws SQLException {
        room(bytes.length + FIXED_PART);
        buffer.putInt(bytes.length).put(bytes);
        return this;
    }

    /** @return rows written */
    public long finish() throws SQLException {
        whole = buffer.position();
        if (whole > 0) {
            send();
        }
        pause();
        return rows;
    }

    /** Ends the COPY that runs. */
    void pause() throws SQLException {
        CopyIn running = copy;
        if (running != null) {
            copy = null;
            running.writeToCopy(TRAILER, 0, TRAILER.length);
            rows += running.endCopy();
        }
    }

    private void room(int bytes) throws SQLException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        if (whole > 0) {
            send();
        }
        if (buffer.remaining() < bytes) {
            int needed = buffer.position() + bytes;
            buffer = ByteBuffer.allocate(Math.max(SIZE, needed)).put(buffer.flip());
        }
    }

    /** Whole rows only, so that another COPY may come between them. */
    private void send() throws SQLException {
        CopyIn running = copy;
        if (running == null) {
            running = session.copyIn(this, "copy " + target + " from stdin (format binary)");
            running.writeToCopy(HEADER, 0, HEADER.length);
            copy = running;
        }
        running.writeToCopy(buffer.array(), 0, whole);
        buffer.limit(buffer.position()).position(whole);
        buffer.compact();
        whole = 0;
    }
}

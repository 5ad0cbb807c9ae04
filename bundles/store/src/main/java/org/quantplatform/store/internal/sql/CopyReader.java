package org.quantplatform.store.internal.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyOut;

/** Reads the rows of a query by COPY in its binary format. No field may be null. */
public final class CopyReader {

    private static final int HEADER = 15;

    private final CopyOut copy;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private boolean started;

    /** COPY takes no parameters: what varies in {@code query} must be numbers, dates or codes of enums. */
    public CopyReader(Session session, String query) throws SQLException {
        this.copy = session.copyOut("copy (" + query + ") to stdout (format binary)");
    }

    /** Goes to the next row; its fields are then taken in order. */
    public boolean next() throws SQLException {
        while (!message.hasRemaining()) {
            byte[] bytes = copy.readFromCopy();
            if (bytes == null) {
                return false;
            }
            message = ByteBuffer.wrap(bytes);
            if (!started) {
                started = true;
                message.position(HEADER);
                int extension = message.getInt();
                message.position(message.position() + extension);
            }
        }
        if (message.getShort() < 0) {
            message.position(message.limit());
            return next();
        }
        return true;
    }

    public int number() {
        message.getInt();
        return message.getInt();
    }

    public double real() {
        message.getInt();
        return message.getDouble();
    }

    /** Of a time with zone, which is of a full second. */
    public long epochSecond() {
        message.getInt();
        return CopyWriter.epochSecond(message.getLong());
    }

    /** Passes over fields. */
    public void skip(int fields) {
        for (int i = 0; i < fields; i++) {
            int length = message.getInt();
            message.position(message.position() + length);
        }
    }

    public boolean flag() {
        message.getInt();
        return message.get() != 0;
    }

    /** Days since 1970-01-01. */
    public int epochDay() {
        return number() + CopyWriter.EPOCH_DAY_2000;
    }

    public String text() {
        byte[] bytes = new byte[message.getInt()];
        message.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

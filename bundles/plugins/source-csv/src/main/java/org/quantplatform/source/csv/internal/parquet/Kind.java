package org.quantplatform.source.csv.internal.parquet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The types of values that are read, and their text, from which a number comes back bit for bit. */
enum Kind {
    INT,
    LONG,
    DATE,
    MILLIS,
    MICROS,
    NANOS,
    FLOAT,
    DOUBLE,
    TEXT,
    /** Of any other type; such a column cannot be asked for. */
    OTHER;

    private static final int FORMER_DECIMAL = 5;
    private static final int FORMER_DATE = 6;
    private static final int FORMER_MILLIS = 9;
    private static final int FORMER_MICROS = 10;

    /** @param element of the file's schema */
    static Kind of(Thrift element) {
        Thrift logical = element.struct(10);
        long former = element.number(6, -1);
        boolean decimal = former == FORMER_DECIMAL || logical != null && logical.has(5);
        boolean time = former == 7 || former == 8 || logical != null && logical.has(7);
        if (decimal || time || element.number(3, 0) == 2) {
            return OTHER;
        }
        return switch ((int) element.number(1, -1)) {
            case 1 -> former == FORMER_DATE || logical != null && logical.has(6) ? DATE : INT;
            case 2 -> instant(former, logical);
            case 4 -> FLOAT;
            case 5 -> DOUBLE;
            case 6 -> TEXT;
            default -> OTHER;
        };
    }

    private static Kind instant(long former, @Nullable Thrift logical) {
        Thrift stamp = logical == null ? null : logical.struct(8);
        Thrift unit = stamp == null ? null : stamp.struct(2);
        if (unit != null) {
            return unit.has(1) ? MILLIS : unit.has(2) ? MICROS : NANOS;
        }
        return former == FORMER_MILLIS ? MILLIS : former == FORMER_MICROS ? MICROS : LONG;
    }

    /** Reads plain values. */
    String[] plain(ByteBuffer in, int count) throws Damaged {
        String[] texts = new String[count];
        try {
            for (int i = 0; i < count; i++) {
                texts[i] = text(in);
            }
        } catch (BufferUnderflowException e) {
            throw new Damaged("a page is cut off", e);
        }
        return texts;
    }

    private String text(ByteBuffer in) throws Damaged {
        return switch (this) {
            case INT -> Integer.toString(in.getInt());
            case LONG -> Long.toString(in.getLong());
            case DATE -> LocalDate.ofEpochDay(in.getInt()).toString();
            case MILLIS -> time(in.getLong(), 1_000);
            case MICROS -> time(in.getLong(), 1_000_000);
            case NANOS -> time(in.getLong(), 1_000_000_000);
            case FLOAT -> number(in.getFloat());
            case DOUBLE -> number(in.getDouble());
            case TEXT -> string(in);
            case OTHER -> throw new Damaged("it has values of a type that is not read");
        };
    }

    /** A missing number is NaN or null, both of which are empty. */
    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String time(long value, long perSecond) {
        long nanos = Math.floorMod(value, perSecond) * (1_000_000_000 / perSecond);
        return LocalDateTime.ofEpochSecond(Math.floorDiv(value, perSecond), (int) nanos, ZoneOffset.UTC)
                .toString();
    }

    private static String string(ByteBuffer in) throws Damaged {
        int size = in.getInt();
        if (size < 0 || size > in.remaining()) {
            throw new Damaged("a page is cut off");
        }
        byte[] bytes = new byte[size];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

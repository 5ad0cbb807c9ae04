package org.quantplatform.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads what JDBC has no short word for. */
public final class Columns {

    private Columns() {}

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static double[] doubles(ResultSet row, String column) throws SQLException {
        Double[] boxed = (Double[]) row.getArray(column).getArray();
        double[] values = new double[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            values[i] = boxed[i];
        }
        return values;
    }

    public static long[] longs(ResultSet row, String column) throws SQLException {
        Long[] boxed = (Long[]) row.getArray(column).getArray();
        long[] values = new long[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            values[i] = boxed[i];
        }
        return values;
    }

    public static int[] ints(ResultSet row, String column) throws SQLException {
        Integer[] boxed = (Integer[]) row.getArray(column).getArray();
        int[] values = new int[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            values[i] = boxed[i];
        }
        return values;
    }
}

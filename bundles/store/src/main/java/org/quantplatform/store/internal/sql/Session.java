package org.quantplatform.store.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOperation;
import org.postgresql.copy.CopyOut;

/** Statements over one connection. Parameters may be arrays, too. */
public final class Session {

    private static final Map<Class<?>, String> ARRAYS = Map.of(
            String[].class, "text",
            boolean[].class, "bool",
            int[].class, "int4",
            long[].class, "int8",
            double[].class, "float8");

    private final Connection connection;
    private final int timeoutSeconds;
    private @Nullable CopyOperation copy;
    private @Nullable CopyWriter writer;

    Session(Connection connection, int timeoutSeconds) {
        this.connection = connection;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** Makes a record of the current row. */
    @FunctionalInterface
    public interface Mapper<T> {

        T map(ResultSet row) throws SQLException;
    }

    /** Takes what is of interest from the current row. */
    @FunctionalInterface
    public interface Reader {

        void read(ResultSet row) throws SQLException;
    }

    /** Hands over a row after the other. */
    public void each(String sql, Reader reader, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    public <T> List<T> list(String sql, Mapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(mapper.map(row)), parameters);
        return found;
    }

    /** The first row, whose mapped value is not null. */
    public <T> Optional<T> first(String sql, Mapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        List<T> found = list(sql, mapper, parameters);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** The only number of the only row. */
    public long number(String sql, @Nullable Object... parameters) throws SQLException {
        return list(sql, row -> row.getLong(1), parameters).get(0);
    }

    /** @return rows changed */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** A statement without parameters. */
    public void execute(String sql) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            statement.execute();
        }
    }

    /** Puts the time limit on COPY, too, until the transaction ends. */
    public void limitCopy() throws SQLException {
        execute("set local statement_timeout = '" + timeoutSeconds + "s'");
    }

    CopyIn copyIn(CopyWriter next, String sql) throws SQLException {
        pauseWriter();
        writer = next;
        return running(manager().copyIn(sql));
    }

    CopyOut copyOut(String sql) throws SQLException {
        pauseWriter();
        return running(manager().copyOut(sql));
    }

    /** While it runs, the connection takes nothing else. */
    private void pauseWriter() throws SQLException {
        CopyWriter last = writer;
        if (last != null) {
            writer = null;
            last.pause();
        }
    }

    /** Ends a COPY that was given up half-way: until then the connection takes no other statement and waits for ever. */
    void cancelCopy() {
        CopyOperation givenUp = copy;
        if (givenUp == null || !givenUp.isActive()) {
            return;
        }
        try {
            if (givenUp instanceof CopyOut out) {
                cancel(out);
            } else {
                givenUp.cancelCopy();
            }
        } catch (SQLException e) {
            Failures.LOG.debug("a COPY was cancelled", e);
        }
    }

    /** The driver's own way leaves what the server has sent to be taken for the answer to the next statement. */
    private void cancel(CopyOut out) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
        while (out.isActive()) {
            out.readFromCopy();
        }
    }

    private CopyManager manager() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private <T extends CopyOperation> T running(T started) {
        copy = started;
        return started;
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        pauseWriter();
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(timeoutSeconds);
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
            return;
        }
        String array = ARRAYS.get(value.getClass());
        if (array != null) {
            statement.setArray(index, connection.unwrap(PGConnection.class).createArrayOf(array, value));
            return;
        }
        statement.setObject(index, value);
    }
}

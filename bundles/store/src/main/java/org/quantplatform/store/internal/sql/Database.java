package org.quantplatform.store.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database with its schema up to date. Failures come out as {@code QuantException}. */
public final class Database {

    private final DataSource source;
    private final String kind;
    private final int timeoutSeconds;
    private final BarStorage bars;

    /**
     * @param kind {@code embedded} or {@code external}
     * @param timeoutSeconds after which a statement is given up
     */
    public Database(DataSource source, String kind, int timeoutSeconds) {
        this(source, kind, timeoutSeconds, BarStorage.PARTITIONED);
    }

    public Database(DataSource source, String kind, int timeoutSeconds, BarStorage bars) {
        this.bars = bars;
        this.source = source;
        this.kind = kind;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** What is done with a session. */
    @FunctionalInterface
    public interface Work<T> {

        T run(Session session) throws SQLException;
    }

    public String kind() {
        return kind;
    }

    public BarStorage bars() {
        return bars;
    }

    /** Each statement stands for itself. */
    public <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            Session session = new Session(connection, timeoutSeconds);
            try {
                return work.run(session);
            } finally {
                session.cancelCopy();
            }
        } catch (SQLException e) {
            throw Failures.explain(e);
        }
    }

    /** One transaction; undone when the work throws. */
    public <T> T write(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Session session = new Session(connection, timeoutSeconds);
            try {
                T result = work.run(session);
                connection.commit();
                return result;
            } finally {
                session.cancelCopy();
                endTransaction(connection);
            }
        } catch (SQLException e) {
            throw Failures.explain(e);
        }
    }

    /** A transaction that the caller ends, without a time limit. */
    public Transaction begin() {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            return new Transaction(connection, new Session(connection, 0));
        } catch (SQLException e) {
            throw Failures.explain(e);
        }
    }

    /** Undoes what is not committed; a broken connection has nothing to undo, and the first failure is the one to tell. */
    static void endTransaction(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            Failures.LOG.debug("a transaction could not be rolled back", e);
        }
    }
}

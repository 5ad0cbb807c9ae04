package org.quantplatform.store.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that spans several calls; closing it without a commit undoes it. */
public final class Transaction implements AutoCloseable {

    private final Connection connection;
    private final Session session;

    Transaction(Connection connection, Session session) {
        this.connection = connection;
        this.session = session;
    }

    public Session session() {
        return session;
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw Failures.explain(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            session.cancelCopy();
            Database.endTransaction(connection);
        } catch (SQLException e) {
            Failures.LOG.debug("a connection could not be closed", e);
        }
    }
}

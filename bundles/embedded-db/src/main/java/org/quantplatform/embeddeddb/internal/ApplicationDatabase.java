package org.quantplatform.embeddeddb.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The platform's own role, which is no superuser, and the database that it owns. */
final class ApplicationDatabase {

    private ApplicationDatabase() {}

    static void ensure(DataSource asSuperuser, Credentials credentials) throws SQLException {
        try (Connection connection = asSuperuser.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = 'quant'")) {
                createRole(connection, statement, credentials);
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = 'quant'")) {
                statement.execute("CREATE DATABASE quant OWNER quant");
            }
            statement.execute("REVOKE ALL ON DATABASE quant, postgres, template1 FROM PUBLIC");
        }
    }

    private static void createRole(Connection connection, Statement statement, Credentials credentials)
            throws SQLException {
        connection.setAutoCommit(false);
        statement.execute("CREATE ROLE quant LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION");
        // hashed on this side, so that the password itself never reaches the server or its log
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(
                        Credentials.APPLICATION, credentials.application().toCharArray(), "scram-sha-256");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}

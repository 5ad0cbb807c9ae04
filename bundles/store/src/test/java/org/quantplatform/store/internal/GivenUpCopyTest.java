package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.quantplatform.store.internal.sql.CopyReader;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** What a reader leaves behind that ends before the rows do: the next one gets the same connection. */
class GivenUpCopyTest {

    private OneConnection source;
    private Database database;

    @BeforeEach
    void open() throws SQLException {
        source = new OneConnection((PGSimpleDataSource) TestDatabase.empty());
        database = new Database(source, "embedded", 60);
    }

    @AfterEach
    void close() throws SQLException {
        source.pooled.close();
    }

    /** A pool of one. */
    private static final class OneConnection extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient PooledConnection pooled;

        OneConnection(PGSimpleDataSource database) throws SQLException {
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setUrl(database.getUrl());
            source.setUser(database.getUser());
            this.pooled = source.getPooledConnection();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return pooled.getConnection();
        }
    }

    /** Few rows have all been sent when the first is read; of many the server still sends. */
    @ParameterizedTest
    @ValueSource(ints = {2, 1_000, 10_000_000})
    void leavesTheConnectionAsItWas(int rows) {
        assertThatThrownBy(() -> database.read(session -> givenUp(session, rows)))
                .hasMessage("the reader has gone");
        assertNumbers();
        assertThatThrownBy(() -> database.write(session -> givenUp(session, rows)))
                .hasMessage("the reader has gone");
        assertNumbers();
    }

    private static boolean givenUp(Session session, int rows) throws SQLException {
        CopyReader reader = new CopyReader(session, "select i from generate_series(1, " + rows + ") i");
        assertThat(reader.next()).isTrue();
        assertThat(reader.number()).isOne();
        throw new IllegalStateException("the reader has gone");
    }

    private void assertNumbers() {
        for (long number = 1; number < 20; number++) {
            long wanted = number;
            assertThat(database.<Long>read(session -> session.number("select ?::bigint", wanted)))
                    .isEqualTo(wanted);
            assertThat(database.<Long>write(session -> session.number("select ?::bigint * 2", wanted)))
                    .isEqualTo(2 * wanted);
        }
    }
}

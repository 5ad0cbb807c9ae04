package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.Database;

class TimescaleVersionTest {

    @ParameterizedTest
    @CsvSource({"2.11.0, true", "2.23.0-dev, true", "3.0, true", "2.10.3, false", "1.7.5, false", "2, false"})
    void needsOneThatCorrectsCompressedRows(String version, boolean recent) {
        assertThat(Timescale.isRecent(version)).isEqualTo(recent);
    }

    @Test
    void leavesAServerWithoutItAlone() {
        var source = TestDatabase.empty();
        SchemaMigration.migrate(source);
        assertThat(Timescale.prepare(source, true)).isEqualTo(BarStorage.PARTITIONED);
    }

    @ParameterizedTest(name = "license {0}, version {1}")
    @CsvSource({"apache, 2.25.0", "timescale, 2.10.3", "timescale, 1.7.5"})
    void leavesBarsWhereTheyAreWithoutTheLicenseOrTheVersion(String license, String version) throws SQLException {
        DataSource source = told(license, version);

        assertThat(Timescale.prepare(source, true)).isEqualTo(BarStorage.PARTITIONED);

        Database database = new Database(source, "external", 60);
        assertThat(number(database, "select count(*) from pg_namespace where nspname = 'timescale'"))
                .isZero();
        new Importing(database).run(Importing.row("A", "2024-01-02", 10));
        assertThat(number(database, "select count(*) from ohlcv_data")).isOne();
        assertThat(new BoundedProbe(database).probe().orElseThrow().bars()).isEqualTo("partitioned");
    }

    @Test
    void leavesBarsWhereTheyAreWhenTheyCannotBeMoved() throws SQLException {
        DataSource source = told("timescale", "2.25.0");

        assertThat(Timescale.prepare(source, true)).isEqualTo(BarStorage.PARTITIONED);

        Database database = new Database(source, "external", 60);
        assertThat(number(database, "select count(*) from pg_namespace where nspname = 'timescale'"))
                .isZero();
        new Importing(database).run(Importing.row("A", "2024-01-02", 10));
        assertThat(number(database, "select count(*) from daily_bars")).isOne();
    }

    /** A server that says that it has the extension, with nothing behind it. */
    private static DataSource told(String license, String version) throws SQLException {
        DataSource source = TestDatabase.empty();
        SchemaMigration.migrate(source);
        try (Connection connection = TestDatabase.administered(source).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role quant in database " + connection.getCatalog() + " set timescaledb.license = '"
                    + license + "'");
            statement.execute("set allow_system_table_mods = on");
            statement.execute(
                    """
                    insert into pg_extension
                    select 4000000000, 'timescaledb', extowner, extnamespace, false, '%s', null, null
                    from pg_extension where extname = 'plpgsql'"""
                            .formatted(version));
        }
        return source;
    }

    private static long number(Database database, String sql) {
        return database.read(session -> session.number(sql));
    }
}

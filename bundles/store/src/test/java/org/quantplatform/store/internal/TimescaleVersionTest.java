package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.store.internal.sql.BarStorage;

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
}

package org.quantplatform.store.internal.panels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.sql.Database;

@Tag(TestDatabase.BOTH)
class BarScanTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 120;

    private Database database;

    @BeforeEach
    void importTwice() {
        database = TestDatabase.migrated();
        Importing importing = new Importing(database);
        importing.run(rows(30, 100));
        importing.run(rows(10, 200));
    }

    @Test
    void severalConnectionsGiveWhatOneGives() {
        for (long state = 1; state <= 2; state++) {
            MarketPanel wide = read(new BarScan(database, 1), state);
            MarketPanel whole = read(new BarScan(database), state);
            assertThat(wide.digest()).isEqualTo(whole.digest());
            assertThat(wide.prices().column(Field.CLOSE))
                    .isEqualTo(whole.prices().column(Field.CLOSE))
                    .doesNotContain(Double.NaN);
        }
    }

    @Test
    void whatALaterImportReplacedIsSeenUnderTheSnapshot() {
        assertThat(read(new BarScan(database, 1), 1).prices().value(Field.CLOSE, 0, 0))
                .isEqualTo(100);
        assertThat(read(new BarScan(database, 1), 2).prices().value(Field.CLOSE, 0, 0))
                .isEqualTo(200);
    }

    private MarketPanel read(BarScan scan, long state) {
        PanelKey key = new PanelKey(Market.US, "any", state, FIRST.plusDays(DAYS), List.of(), null);
        return PanelReader.read(database, scan, key);
    }

    private static Row[] rows(int tickers, double price) {
        return IntStream.range(0, tickers * DAYS)
                .mapToObj(
                        i -> row("T" + (10 + i / DAYS), FIRST.plusDays(i % DAYS).toString(), price + i))
                .toArray(Row[]::new);
    }
}

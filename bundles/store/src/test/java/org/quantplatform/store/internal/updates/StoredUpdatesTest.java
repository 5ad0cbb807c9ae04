package org.quantplatform.store.internal.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.core.data.UpdateStore.Delivered;
import org.quantplatform.core.data.UpdateStore.DeliveryKey;
import org.quantplatform.core.data.UpdateStore.NewUpdate;
import org.quantplatform.core.data.UpdateStore.Pending;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.data.UpdateStore.UpdateChunkKind;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.StoredMarket;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.panels.StoredPanels;
import org.quantplatform.store.internal.panels.TestPanels;
import org.quantplatform.store.internal.sql.Database;

@Tag(TestDatabase.BOTH)
class StoredUpdatesTest {

    private static final LocalDate THURSDAY = LocalDate.of(2020, 1, 2);
    private static final LocalDate FRIDAY = LocalDate.of(2020, 1, 3);
    private static final LocalDate MONDAY = LocalDate.of(2020, 1, 6);

    @TempDir
    private Path folder;

    private Database database;
    private Importing importing;
    private StoredUpdates updates;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        importing = new Importing(database);
        updates = new StoredUpdates(database);
    }

    private String update(Chunk... chunks) {
        String id = updates.create(
                TestDatabase.caller(database, "updater"),
                new NewUpdate(Market.US, UpdateMode.UPDATE, Timeframe.DAY, List.of("one", "two")),
                "{}");
        updates.plan(id, 2, List.of(chunks));
        return id;
    }

    @Test
    void aKeyThatIsUsedAgainMakesNoSecondUpdate() {
        Caller caller = TestDatabase.caller(database, "updater");
        NewUpdate update = new NewUpdate(Market.US, UpdateMode.UPDATE, Timeframe.DAY, List.of("one"));
        Optional<Claim> claim = Optional.of(new Claim("k1", "a"));
        String id = updates.create(caller, update, "{}", claim);

        assertThat(updates.create(caller, update, "{}", claim)).isEqualTo(id);
        assertThat(updates.list(PageRequest.FIRST).total()).isEqualTo(1);
        assertThatThrownBy(() -> updates.create(caller, update, "{}", Optional.of(new Claim("k1", "b"))))
                .hasMessageContaining("used with another request");
        assertThat(updates.create(caller, update, "{}")).isNotEqualTo(id);
    }

    private static Chunk chunk(LocalDate from, LocalDate to, String... tickers) {
        return new Chunk(UpdateChunkKind.UPDATE, List.of(tickers), from, to, tickers.length);
    }

    private void deliver(String id, int chunk, int position, Row... rows) {
        updates.deliver(
                new DeliveryKey(id, chunk, position, "one"),
                PriceBasis.RAW,
                new Delivered(writer -> List.of(rows).forEach(writer::bar), judged(rows.length), 3));
    }

    private UpdateReport report(String id) {
        return updates.get(id).orElseThrow();
    }

    @Test
    void storesRowsWithTheirAccountingChunkByChunk() {
        String id = update(chunk(FRIDAY, FRIDAY, "A"), chunk(FRIDAY, FRIDAY, "B"));

        deliver(id, 1, 0, row("A", "2020-01-03", 10));
        updates.close(id, 1, 0, "one");

        UpdateReport half = report(id);
        assertThat(List.of(half.chunks(), half.chunksDone(), half.requested(), half.received(), half.stored()))
                .containsExactly(2L, 1L, 1L, 1L, 1L);
        assertThat(half.surplus()).isEqualTo(3);
        assertThat(half.snapshot()).isNull();
        assertThat(updates.next(id).map(Pending::number)).contains(2);
    }

    @Test
    void aDeliveryIsStoredOnce() {
        String id = update(chunk(FRIDAY, FRIDAY, "A"));

        deliver(id, 1, 0, row("A", "2020-01-03", 10));
        deliver(id, 1, 0, row("A", "2020-01-03", 11), row("A", "2020-01-06", 12));

        assertThat(report(id).received()).isEqualTo(1);
        assertThat(updates.days(Market.US, Timeframe.DAY, List.of("A"), THURSDAY, MONDAY))
                .containsOnlyKeys("A");
        assertThat(updates.days(Market.US, Timeframe.DAY, List.of("A"), THURSDAY, MONDAY)
                        .get("A"))
                .containsExactly((int) FRIDAY.toEpochDay());
    }

    @Test
    void panelsShowNothingOfAnUpdateUntilItHasEndedAndThenAllOfIt() {
        importing.run(row("A", "2020-01-02", 10), row("B", "2020-01-02", 20));
        StoredPanels panels = TestPanels.in(database, folder);
        String id = update(chunk(FRIDAY, FRIDAY, "A"), chunk(FRIDAY, FRIDAY, "B"));
        deliver(id, 1, 0, row("A", "2020-01-03", 11));
        long during = panels.currentSnapshot();

        assertThat(days(panels, during)).isEqualTo(1);

        deliver(id, 2, 0, row("B", "2020-01-03", 21));
        updates.release(id);
        updates.release(id);

        assertThat(days(panels, panels.currentSnapshot())).isEqualTo(2);
        assertThat(days(panels, during)).isEqualTo(1);
        assertThat(report(id).snapshot()).isEqualTo(String.valueOf(panels.currentSnapshot()));
        assertThat(new StoredMarket(database).snapshots(PageRequest.FIRST).items())
                .extracting(snapshot -> snapshot.stored() + " by " + snapshot.importId())
                .containsExactly("2 by " + id, "2 by im_" + id.substring(3, 11) + "_001");
    }

    private static int days(StoredPanels panels, long snapshot) {
        MarketPanel panel = panels.load(new PanelQuery(snapshot, Market.US, List.of(), null));
        return panel.prices().column(Field.CLOSE).length / panel.prices().assets();
    }

    @Test
    void aCorrectionOfTheOldestDayReadsTheWholeHistoryAgain() {
        importing.run(
                row("A", "2020-01-02", 10),
                row("A", "2020-01-03", 11),
                row("B", "2020-01-02", 20),
                row("B", "2020-01-03", 21));
        String id = update(chunk(FRIDAY, MONDAY, "A", "B"));

        deliver(
                id,
                1,
                0,
                row("A", "2020-01-03", 5.5),
                row("A", "2020-01-06", 6),
                row("B", "2020-01-03", 21),
                row("B", "2020-01-06", 22));
        updates.close(id, 1, 0, "one");

        Pending again = updates.next(id).orElseThrow();
        assertThat(again.chunk()).isEqualTo(new Chunk(UpdateChunkKind.RELOAD, List.of("A"), THURSDAY, FRIDAY, 0));
        deliver(id, 2, 0, row("A", "2020-01-02", 5), row("A", "2020-01-03", 5.5));
        updates.close(id, 2, 0, "one");
        assertThat(updates.next(id)).isEmpty();
        assertThat(List.of(report(id).stored(), report(id).revised(), report(id).unchanged()))
                .containsExactly(2L, 2L, 2L);
    }

    @Test
    void coverageReachesTheLatestDayOfWhichABarCame() {
        String id = update(chunk(FRIDAY, LocalDate.now().plusDays(1), "A", "B"));
        deliver(id, 1, 0, row("A", "2020-01-03", 10), row("A", "2020-01-06", 11), row("B", "2020-01-03", 20));
        updates.close(id, 1, 2, "one");

        List<Span> spans = updates.spans(Market.US, Timeframe.DAY, List.of());

        assertThat(spans)
                .containsExactly(
                        new Span("A", false, null, null, FRIDAY, MONDAY, FRIDAY, MONDAY),
                        new Span("B", false, null, null, FRIDAY, FRIDAY, FRIDAY, MONDAY));
        assertThat(spans.get(1).knownTo()).isEqualTo(MONDAY);
        assertThat(report(id).absent()).isEqualTo(2);
    }

    @Test
    void aFailureIsKeptWithItsReasonAndCoversNothing() {
        String id = update(chunk(FRIDAY, FRIDAY, "A"));

        updates.fail(new DeliveryKey(id, 1, 0, "one"), "down");
        assertThat(updates.next(id).orElseThrow().asked()).isEqualTo(Map.of(0, false));
        updates.close(id, 1, 1, null);

        UpdateChunk chunk = updates.chunks(id, PageRequest.FIRST).items().get(0);
        assertThat(chunk.state()).isEqualTo("failed");
        assertThat(chunk.deliveries()).extracting(UpdateChunk.Delivery::error).containsExactly("down");
        assertThat(report(id).chunksFailed()).isEqualTo(1);
        assertThat(updates.spans(Market.US, Timeframe.DAY, List.of())).isEmpty();
    }

    @Test
    void whatAnUpdateLeftIsReleasedWhenItsJobHasEnded() {
        String id = update(chunk(FRIDAY, FRIDAY, "A"));
        deliver(id, 1, 0, row("A", "2020-01-03", 10));

        updates.releaseEnded();
        assertThat(report(id).snapshot()).isNull();

        database.write(session -> session.update("update jobs set status = 'failed' where id = ?", id));
        updates.releaseEnded();
        assertThat(report(id).snapshot()).isEqualTo("2");
    }
}

package org.quantplatform.store.internal.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.SnapshotInfo;
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
import org.quantplatform.core.data.UpdateStore.Refused;
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
        deliver(new DeliveryKey(id, chunk, position, "one"), List.of(), rows);
    }

    private void deliver(DeliveryKey key, List<Refused> refused, Row... rows) {
        updates.deliver(
                key,
                PriceBasis.RAW,
                new Delivered(writer -> List.of(rows).forEach(writer::bar), judged(rows.length), 3, refused));
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
    void historiesOfManyAreReadAgainInSeveralParts() {
        List<String> tickers =
                IntStream.range(0, 450).mapToObj("T%04d"::formatted).toList();
        importing.run(tickers.stream()
                .flatMap(ticker -> Stream.of(row(ticker, "1990-01-02", 10), row(ticker, "2020-01-03", 11)))
                .toArray(Row[]::new));
        String id = update(chunk(FRIDAY, MONDAY, tickers.toArray(String[]::new)));

        deliver(
                id,
                1,
                0,
                tickers.stream().map(ticker -> row(ticker, "2020-01-03", 5.5)).toArray(Row[]::new));

        List<UpdateChunk> again = updates.chunks(id, PageRequest.FIRST).items().stream()
                .filter(chunk -> chunk.kind().equals("reload"))
                .toList();
        assertThat(again).hasSize(8).allSatisfy(chunk -> {
            assertThat(chunk.startDate()).isEqualTo(LocalDate.of(1990, 1, 2));
            assertThat(chunk.endDate()).isEqualTo(FRIDAY);
        });
        assertThat(again.stream().map(chunk -> chunk.tickers().size())).containsExactly(63, 63, 63, 63, 63, 63, 63, 9);
    }

    @Test
    void coverageReachesTheLatestDayOfWhichABarCame() {
        String id = update(chunk(FRIDAY, LocalDate.now().plusDays(1), "A", "B"));
        deliver(id, 1, 0, row("A", "2020-01-03", 10), row("A", "2020-01-06", 11), row("B", "2020-01-03", 20));
        updates.close(id, 1, 2, "one");

        List<Span> spans = updates.spans(Market.US, Timeframe.DAY, List.of());

        assertThat(spans)
                .containsExactly(
                        new Span("A", false, null, null, FRIDAY, MONDAY, FRIDAY, MONDAY, List.of()),
                        new Span("B", false, null, null, FRIDAY, FRIDAY, FRIDAY, MONDAY, List.of()));
        assertThat(spans.get(1).knownTo()).isEqualTo(MONDAY);
        assertThat(report(id).absent()).isEqualTo(2);
    }

    @Test
    void tellsForWhichInstrumentsActionsWereLookedFor() {
        String id = update(
                new Chunk(UpdateChunkKind.ACTIONS, List.of("A"), THURSDAY, FRIDAY, 0),
                new Chunk(UpdateChunkKind.ACTIONS, List.of("B"), THURSDAY, FRIDAY, 0));
        updates.close(id, 1, 0, "one");
        updates.close(id, 2, 0, null);

        assertThat(updates.actionsAsked(Market.US, Instant.now().minusSeconds(60)))
                .containsExactly("A");
        assertThat(updates.actionsAsked(Market.US, Instant.now().plusSeconds(60)))
                .isEmpty();
        assertThat(updates.actionsAsked(Market.KR, Instant.EPOCH)).isEmpty();
        assertThat(updates.spans(Market.US, Timeframe.DAY, List.of()))
                .as("no coverage of bars")
                .isEmpty();
    }

    @Test
    void aDayThatWasRefusedIsNotTakenForOneWithoutABar() {
        String id = update(chunk(THURSDAY, MONDAY, "A", "B"));
        deliver(
                new DeliveryKey(id, 1, 0, "one"),
                List.of(new Refused("A", FRIDAY), new Refused("B", MONDAY), new Refused("B", null)),
                row("A", "2020-01-02", 10),
                row("A", "2020-01-06", 11),
                row("B", "2020-01-02", 20));
        updates.close(id, 1, 3, "one");

        assertThat(span("A").refused()).containsExactly(FRIDAY);
        assertThat(span("A").covers(FRIDAY)).isFalse();
        assertThat(span("A").coveredTo()).isEqualTo(MONDAY);
        assertThat(span("B").coveredTo())
                .as("what came, but for what was refused")
                .isEqualTo(MONDAY.minusDays(1));

        String again = update(chunk(FRIDAY, MONDAY, "A", "B"));
        deliver(new DeliveryKey(again, 1, 0, "one"), List.of(), row("A", "2020-01-06", 11));
        updates.close(again, 1, 3, "one");
        assertThat(span("A").refused()).isEmpty();
        assertThat(span("A").covers(FRIDAY)).isTrue();
        assertThat(span("B").knownTo()).isEqualTo(MONDAY);
    }

    @Test
    void anEmptyAnswerAboutAnInstrumentThatTheSourceNeverHadProvesNothing() {
        importing.run(row("A", "2020-01-02", 10), row("B", "2020-01-02", 20));
        String id = update(chunk(FRIDAY, MONDAY, "A", "B"));
        deliver(id, 1, 0, row("A", "2020-01-06", 11));
        updates.close(id, 1, 3, "one");
        assertThat(span("A").covers(MONDAY)).isTrue();
        assertThat(span("B").covers(FRIDAY)).isFalse();

        String known = update(chunk(FRIDAY, FRIDAY, "B"));
        deliver(known, 1, 0, row("B", "2020-01-03", 21));
        updates.close(known, 1, 0, "one");
        String halted = update(chunk(MONDAY, MONDAY, "A", "B"));
        deliver(halted, 1, 0, row("A", "2020-01-06", 11));
        updates.close(halted, 1, 1, "two");
        assertThat(span("B").covers(MONDAY)).as("of another source").isFalse();
        updates.close(halted, 1, 1, "one");
        assertThat(span("B").covers(MONDAY)).isTrue();
    }

    @Test
    void tellsWhyRowsWereRefusedAndWhichSourcesFailed() {
        String id = update(chunk(FRIDAY, MONDAY, "A"));
        updates.fail(new DeliveryKey(id, 1, 0, "one"), "down");
        deliver(id, 1, 1, row("A", "2020-01-06", 11), row("A", "2020-01-03", 10), row("A", "2020-01-03", 12));

        assertThat(report(id).reasons()).isEqualTo(Map.of("conflicting duplicate", 2L));
        assertThat(report(id).failures()).isEqualTo(Map.of("one", 1L));
        UpdateChunk.Delivery delivery = updates.chunks(id, PageRequest.FIRST)
                .items()
                .get(0)
                .deliveries()
                .get(1);
        assertThat(delivery.reasons()).isEqualTo(Map.of("conflicting duplicate", 2L));
        assertThat(delivery.details())
                .containsOnly(new UpdateChunk.Detail("A", "2020-01-03", "refused", "conflicting duplicate"));
    }

    @Test
    void rowsThatContradictEachOtherLeaveTheirDayOpen() {
        String id = update(chunk(FRIDAY, MONDAY, "A"));
        deliver(id, 1, 0, row("A", "2020-01-06", 11), row("A", "2020-01-03", 10), row("A", "2020-01-03", 12));
        updates.close(id, 1, 1, "one");

        assertThat(span("A").refused()).containsExactly(FRIDAY);
    }

    @Test
    void anInstrumentThatASourceRefusesIsNotCoveredByTheBarsOfOthers() {
        importing.run(row("A", "2020-01-02", 10), row("B", "2020-01-02", 20));
        String id = update(chunk(FRIDAY, MONDAY, "A", "B"));
        deliver(new DeliveryKey(id, 1, 0, "one"), List.of(new Refused("B", null)), row("A", "2020-01-06", 11));
        updates.close(id, 1, 3, "one");

        assertThat(span("A").knownTo()).isEqualTo(MONDAY);
        assertThat(span("B").knownTo()).isEqualTo(THURSDAY);

        String next = update(chunk(FRIDAY, MONDAY, "A", "B"));
        deliver(new DeliveryKey(next, 1, 0, "one"), List.of(new Refused("B", null)), row("A", "2020-01-06", 11));
        deliver(new DeliveryKey(next, 1, 1, "two"), List.of(), row("B", "2020-01-06", 21));
        updates.close(next, 1, 1, "one");
        assertThat(span("B").knownTo()).as("known by the second source").isEqualTo(MONDAY);
    }

    @Test
    void coverageDoesNotReachDaysOfWhichOnlyAnImportTold() {
        LocalDate today = LocalDate.now();
        importing.run(row("A", today.toString(), 10), row("B", "2020-01-02", 20));
        String id = update(chunk(THURSDAY, today, "A", "B"));
        deliver(id, 1, 0, row("A", "2020-01-03", 10), row("B", "2020-01-03", 21));
        updates.close(id, 1, 9, "one");

        assertThat(span("B").knownTo()).isEqualTo(FRIDAY);
    }

    private Span span(String ticker) {
        return updates.spans(Market.US, Timeframe.DAY, List.of(ticker)).get(0);
    }

    @Test
    void nothingThatEndsDuringAnUpdateShowsHalfOfIt() {
        importing.run(row("A", "2020-01-02", 10), row("B", "2020-01-02", 20));
        StoredPanels panels = TestPanels.in(database, folder);
        String first = update(chunk(FRIDAY, FRIDAY, "A"), chunk(FRIDAY, FRIDAY, "B"));
        String second = update(chunk(FRIDAY, FRIDAY, "C"));
        deliver(first, 1, 0, row("A", "2020-01-03", 11));
        deliver(second, 1, 0, row("C", "2020-01-03", 31));

        ImportReport report = importing.run(row("D", "2020-01-02", 1));
        long during = panels.currentSnapshot();
        assertThat(days(panels, during)).isEqualTo(1);
        assertThat(report.waitsFor()).isEqualTo(first);

        updates.release(first);
        assertThat(days(panels, panels.currentSnapshot()))
                .as("the second goes on")
                .isEqualTo(1);
        assertThat(report(first).waitsFor()).isEqualTo(second);
        assertThat(new StoredMarket(database).snapshots(PageRequest.FIRST).items())
                .extracting(SnapshotInfo::waitsFor)
                .containsExactly(second, second, null);

        updates.release(second);
        MarketPanel all = panels.load(new PanelQuery(panels.currentSnapshot(), Market.US, List.of(), null));
        assertThat(all.prices().assets()).isEqualTo(4);
        assertThat(days(panels, during)).isEqualTo(1);
        assertThat(report(first).waitsFor()).isNull();
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

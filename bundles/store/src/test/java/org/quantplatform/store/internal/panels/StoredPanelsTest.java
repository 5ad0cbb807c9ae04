package org.quantplatform.store.internal.panels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.sql.Database;

@Tag(TestDatabase.BOTH)
class StoredPanelsTest {

    @TempDir
    private Path folder;

    private final List<StoredPanels> opened = new ArrayList<>();
    private Database database;
    private Importing importing;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        importing = new Importing(database);
    }

    @AfterEach
    void endWriting() {
        opened.forEach(StoredPanels::stop);
    }

    @Test
    void laysBarsOutByAssetAndDay() {
        importing.run(
                row("B", "2020-01-03", 21),
                row("A", "2020-01-02", 10),
                row("A", "2020-01-06", 12),
                row("C", "2020-01-09", 1));

        MarketPanel panel = source(64).load(query(1, "2020-01-07", "B", "A", "nobody"));

        assertThat(panel.prices().tickers()).containsExactly("A", "B");
        assertThat(panel.prices().days()).isEqualTo(3);
        assertThat(panel.prices().column(Field.CLOSE)).containsExactly(10, Double.NaN, 12, Double.NaN, 21, Double.NaN);
        assertThat(panel.snapshot()).isEqualTo(1);
        assertThat(panel.digest()).matches("[0-9a-f]{64}");
        assertThat(panel.synthetic()).isFalse();
    }

    @Test
    void reachesTheDayOnWhichADelistingPays() {
        importing.run(row("B", "2020-01-03", 21), row("B", "2020-01-06", 22), row("B", "2020-01-07", 23));
        LocalDate lastDay = LocalDate.of(2020, 1, 3);
        importing.run(PriceBasis.RAW, judged(1), writer -> {
            writer.instrument(
                    new Instrument(Market.US, "A", "XNYS", "A", AssetType.STOCK, null, "USD", null, lastDay, false));
            writer.bar(row("A", "2020-01-03", 10));
        });

        assertThat(source(0).load(query(2, null, "A")).prices().column(Field.CLOSE))
                .containsExactly(10, Double.NaN);
        assertThat(source(0).load(query(2, "2020-01-03", "A")).prices().days()).isEqualTo(1);
    }

    @Test
    void showsAnOlderSnapshotAsItWas() {
        importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 11));
        String before = source(0).load(query(1, null)).digest();
        importing.run(row("A", "2020-01-03", 99), row("A", "2020-01-06", 12), row("B", "2020-01-02", 5));
        importing.run(row("A", "2020-01-03", 100));
        importing.run(
                PriceBasis.FULL,
                judged(0),
                writer -> writer.instrument(new Instrument(
                        Market.US, "A", "XNAS", "Other", AssetType.ETF, "Fund", "USD", null, null, true)));

        assertThat(close(1)).containsExactly(10, 11);
        assertThat(close(2)).containsExactly(10, 99, 12, 5, Double.NaN, Double.NaN);
        assertThat(close(3)).containsExactly(10, 100, 12, 5, Double.NaN, Double.NaN);
        assertThat(source(0).load(query(1, null)).digest()).isEqualTo(before);
        assertThat(source(0).load(query(3, null)).instruments().get(0).name()).isEqualTo("A");
        assertThat(source(0).load(query(4, null)).instruments().get(0).name()).isEqualTo("Other");
        assertThat(source(0).currentSnapshot()).isEqualTo(4);
    }

    @Test
    void keepsOnlyActionsThatPricesLack() {
        importing.run(PriceBasis.SPLIT, judged(3), writer -> {
            writer.bar(row("A", "2020-01-02", 10));
            writer.bar(row("A", "2020-01-03", 10));
            for (CorporateAction.Kind kind : CorporateAction.Kind.values()) {
                writer.action(new CorporateAction(Market.US, "A", LocalDate.of(2020, 1, 3), kind, 2));
                writer.action(new CorporateAction(Market.US, "A", LocalDate.of(2020, 1, 7), kind, 3));
            }
        });

        assertThat(source(0).load(query(1, null)).actions())
                .extracting(CorporateAction::kind)
                .containsExactly(
                        CorporateAction.Kind.DIVIDEND, CorporateAction.Kind.DELISTING, CorporateAction.Kind.SPIN_OFF);
    }

    @Test
    void givesTheSamePanelFromDatabaseMemoryAndDisk() throws IOException {
        importing.run(PriceBasis.RAW, judged(2), writer -> {
            writer.bar(row("A", "2020-01-02", 0.1 + 0.2));
            writer.bar(row("B", "2020-01-03", 1e-300));
            writer.action(
                    new CorporateAction(Market.US, "A", LocalDate.of(2020, 1, 2), CorporateAction.Kind.DIVIDEND, 0.1));
        });
        StoredPanels first = source(64);
        MarketPanel fromDatabase = first.load(query(1, null));
        MarketPanel fromMemory = first.load(query(1, null));
        first.stop();
        forgetBars();
        MarketPanel fromDisk = source(64).load(query(1, null));

        assertThat(fromMemory.prices()).isSameAs(fromDatabase.prices());
        assertThat(fromDisk.digest()).isEqualTo(fromDatabase.digest());
        assertThat(PanelDigest.of(fromDisk.prices(), fromDisk.actions())).isEqualTo(fromDatabase.digest());
        assertThat(fromDisk.instruments()).isEqualTo(fromDatabase.instruments());
        assertThat(fromDisk.actions()).isEqualTo(fromDatabase.actions()).hasSize(1);
        assertThat(files()).hasSize(1);
    }

    @Test
    void readsADamagedFileFromTheDatabaseAgain() throws IOException {
        importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 11));
        StoredPanels first = source(64);
        MarketPanel good = first.load(query(1, null));
        first.stop();
        Path file = files().get(0);
        long size = Files.size(file);
        for (long position : new long[] {3, 10, 40, size / 2, size - 60, size - 20, size - 3}) {
            byte[] before = Files.readAllBytes(file);
            flip(file, position);
            StoredPanels again = source(64);
            assertThat(again.load(query(1, null)).digest()).isEqualTo(good.digest());
            again.stop();
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(source(64).load(query(1, null)).prices().column(Field.CLOSE)).containsExactly(10, 11);
    }

    @Test
    void keepsAPanelWhenAnotherMarketChanges() {
        importing.run(row("A", "2020-01-02", 10));
        StoredPanels panels = source(64);
        MarketPanel before = panels.load(query(1, null));
        importing.run(new Row(0, 0, Market.KR, "A", 18263, 1, 1, 1, 1, 1, null));

        MarketPanel after = panels.load(query(2, "2020-02-01"));

        assertThat(after.prices()).isSameAs(before.prices());
        assertThat(after.snapshot()).isEqualTo(2);
    }

    @Test
    void boundsMemoryAndDisk() throws IOException {
        for (int i = 0; i < 3; i++) {
            String ticker = "T" + i;
            importing.run(PriceBasis.RAW, judged(0), writer -> {
                for (int day = 0; day < 20_000; day++) {
                    writer.bar(new Row(0, day, Market.US, ticker, day, 1, 2, 3, 4, 5, null));
                }
            });
        }
        StoredPanels panels = source(1);
        for (int i = 0; i < 3; i++) {
            panels.load(query(3, null, "T" + i));
        }
        panels.stop();

        assertThat(files()).hasSize(1);
        PanelMemory memory = new PanelMemory(1_700_000);
        MarketPanel panel = source(0).load(query(3, null, "T0"));
        for (int i = 0; i < 5; i++) {
            memory.get(new PanelKey(Market.US, "t" + i, i, LocalDate.EPOCH, List.of(), null), key -> panel);
        }
        assertThat(memory.bytes()).isEqualTo(1_600_000);
    }

    @Test
    void loadsOnceForManyWhoAskAtOnce() throws Exception {
        importing.run(row("A", "2020-01-02", 10));
        MarketPanel panel = source(0).load(query(1, null));
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch waiting = new CountDownLatch(4);
        PanelMemory memory = new PanelMemory(1 << 20);
        PanelKey key = new PanelKey(Market.US, "t", 1, LocalDate.EPOCH, List.of(), null);
        List<Thread> threads = Stream.generate(() -> new Thread(() -> {
                    waiting.countDown();
                    memory.get(key, k -> {
                        loads.incrementAndGet();
                        await(waiting);
                        return panel;
                    });
                }))
                .limit(4)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(10_000);
        }
        assertThat(loads.get()).isEqualTo(1);
    }

    @Test
    void refusesWhatHasNoBar() {
        PanelSource panels = source(0);
        assertThat(panels.currentSnapshot()).isZero();
        assertThatThrownBy(() -> panels.load(query(0, null)))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code().code()).isEqualTo("no_data"));
        importing.run(row("A", "2020-01-02", 10));
        assertThatThrownBy(() -> panels.load(query(1, "2019-01-01"))).hasMessageContaining("2019-01-01");
        assertThatThrownBy(() -> panels.load(query(1, null, "nobody"))).hasMessageContaining("no bar");
    }

    private double[] close(long snapshot) {
        return source(0).load(query(snapshot, null)).prices().column(Field.CLOSE);
    }

    private static PanelQuery query(long snapshot, String to, String... tickers) {
        return new PanelQuery(snapshot, Market.US, List.of(tickers), to == null ? null : LocalDate.parse(to));
    }

    private void forgetBars() {
        database.write(session -> session.update("delete from daily_bars"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void flip(Path file, long position) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(position);
            int value = access.read();
            access.seek(position);
            access.write(value ^ 0x10);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same bound for memory and disk; 0 turns both off. */
    private StoredPanels source(int megabytes) {
        StoredPanels panels = new StoredPanels(database, TestSettings.megabytes(megabytes), folder);
        opened.add(panels);
        return panels;
    }
}

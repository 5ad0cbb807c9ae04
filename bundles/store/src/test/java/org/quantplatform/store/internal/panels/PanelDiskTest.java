package org.quantplatform.store.internal.panels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

class PanelDiskTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 2);

    @TempDir
    private Path folder;

    private static PanelKey key(int number) {
        return new PanelKey(Market.US, "t" + number, number, DAY, List.of(), null);
    }

    private static MarketPanel panel(List<CorporateAction> actions) {
        Map<Field, double[]> columns = new HashMap<>();
        PanelGrid.FIELDS.forEach(field -> columns.put(field, new double[] {1}));
        Panel prices = new Panel(Market.US, new int[] {(int) DAY.toEpochDay()}, List.of("A"), columns);
        return new MarketPanel(
                prices, List.of(Instrument.unknownStock(Market.US, "A", "XNYS", "USD")), actions, "00", 1);
    }

    /** Takes as long to be written as a slow disk would. */
    private static final class SlowActions extends AbstractList<CorporateAction> {

        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);

        @Override
        public CorporateAction get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            begun.countDown();
            try {
                assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return 0;
        }
    }

    @Test
    void aSlowDiskWritesTheLatestPanelsOnly() throws InterruptedException {
        PanelDisk disk = new PanelDisk(folder, 1 << 20, Clock.systemUTC());
        SlowActions slow = new SlowActions();
        disk.write(key(0), panel(slow));
        assertThat(slow.begun.await(30, TimeUnit.SECONDS)).isTrue();

        IntStream.rangeClosed(1, 20).forEach(number -> disk.write(key(number), panel(List.of())));
        slow.released.countDown();
        disk.close();

        assertThat(IntStream.rangeClosed(0, 20)
                        .filter(number -> disk.read(key(number)).isPresent()))
                .containsExactly(0, 19, 20);
    }

    @Test
    void givesBackWhatWasWritten() {
        PanelDisk disk = new PanelDisk(folder, 1 << 20, Clock.systemUTC());
        disk.write(key(1), panel(List.of()));
        disk.close();
        disk.write(key(2), panel(List.of()));

        MarketPanel read = disk.read(key(1)).orElseThrow();
        assertThat(read.prices().column(Field.CLOSE)).containsExactly(1);
        assertThat(disk.read(key(2))).as("after it was closed").isEmpty();
    }
}

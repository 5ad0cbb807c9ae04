package org.quantplatform.store.internal.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.store.internal.updates.Reloads.History;

class ReloadsTest {

    private static final LocalDate LAST = LocalDate.of(2020, 1, 3);

    private static List<Integer> sizes(int instruments, LocalDate from) {
        List<History> histories = IntStream.range(0, instruments)
                .mapToObj(i -> new History("T" + i, from, LAST))
                .toList();
        return Reloads.chunks(histories).stream()
                .map(chunk -> chunk.tickers().size())
                .toList();
    }

    @Test
    void takeTwoHundredInstrumentsOfShortHistoriesAndFewerOfLongOnes() {
        assertThat(sizes(0, LAST)).isEmpty();
        assertThat(sizes(450, LocalDate.of(2019, 1, 2))).containsExactly(200, 200, 50);
        assertThat(sizes(100, LocalDate.of(1960, 1, 4))).containsExactly(31, 31, 31, 7);
    }

    @Test
    void holdNoMoreRowsThanOtherParts() {
        List<History> histories = IntStream.range(0, 500)
                .mapToObj(i -> new History("T" + i, LocalDate.of(1960 + i / 10, 1, 4), LAST.minusDays(i % 7)))
                .toList();

        List<Chunk> chunks = Reloads.chunks(histories);

        assertThat(chunks.stream().flatMap(chunk -> chunk.tickers().stream()))
                .containsExactlyElementsOf(
                        histories.stream().map(History::ticker).toList());
        assertThat(chunks).allSatisfy(chunk -> {
            long weekdays = chunk.from()
                    .datesUntil(chunk.to().plusDays(1))
                    .filter(day -> day.getDayOfWeek().getValue() < 6)
                    .count();
            assertThat(weekdays * chunk.tickers().size()).isLessThanOrEqualTo(Chunk.MOST_ROWS);
        });
    }
}

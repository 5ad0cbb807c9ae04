package org.quantplatform.webconsole.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.api.Page;

class LazyRowsTest {

    private static final List<Integer> ALL = IntStream.range(0, 5_564).boxed().toList();

    @ParameterizedTest
    @CsvSource({"0, 50", "50, 50", "75, 50", "33, 7", "5550, 50", "0, 2500", "1200, 2500", "6000, 50"})
    void givesExactlyTheRowsAskedFor(int offset, int limit) {
        List<Integer> expected = ALL.stream().skip(offset).limit(limit).toList();

        assertThat(LazyRows.slice(page -> Page.cut(ALL, page), offset, limit)).isEqualTo(expected);
    }

    @Test
    void givesNothingFromAnEmptyList() {
        assertThat(LazyRows.slice(page -> Page.cut(List.of(), page), 0, 50)).isEmpty();
    }
}

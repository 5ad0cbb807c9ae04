package org.quantplatform.engine.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.figures.Spans.Span;
import org.quantplatform.engine.figures.Spans.Stretch;

class SpansTest {

    private static int[] days(String... dates) {
        return Stream.of(dates)
                .mapToInt(date -> (int) LocalDate.parse(date).toEpochDay())
                .toArray();
    }

    @Test
    void aReturnBelongsToTheSpanOfItsDay() {
        int[] days = days("2019-12-30", "2019-12-31", "2020-01-02", "2020-01-06", "2020-04-01");

        assertThat(Spans.of(days, Span.YEAR))
                .containsExactly(
                        new Stretch(LocalDate.of(2019, 1, 1), 0, 1), new Stretch(LocalDate.of(2020, 1, 1), 1, 4));
        assertThat(Spans.of(days, Span.WEEK))
                .extracting(Stretch::start)
                .containsExactly(LocalDate.of(2019, 12, 30), LocalDate.of(2020, 1, 6), LocalDate.of(2020, 3, 30));
        assertThat(Spans.of(days, Span.MONTH)).hasSize(3);
        assertThat(Spans.of(days, Span.QUARTER))
                .extracting(Stretch::start)
                .containsExactly(LocalDate.of(2019, 10, 1), LocalDate.of(2020, 1, 1), LocalDate.of(2020, 4, 1));
    }

    @Test
    void withoutReturnsThereIsNoSpan() {
        assertThat(Spans.of(days("2020-01-01"), Span.YEAR)).isEmpty();
    }
}

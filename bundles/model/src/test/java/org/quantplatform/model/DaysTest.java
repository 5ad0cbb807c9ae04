package org.quantplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void areThoseOfTheCalendar() {
        for (int round = 0; round < 2; round++) {
            for (int day = -5_000; day < 35_000; day++) {
                assertThat(Days.of(day)).isEqualTo(LocalDate.ofEpochDay(day));
            }
        }
        assertThat(Days.of(Integer.MAX_VALUE)).isEqualTo(LocalDate.ofEpochDay(Integer.MAX_VALUE));
        assertThat(Days.of(Integer.MIN_VALUE)).isEqualTo(LocalDate.ofEpochDay(Integer.MIN_VALUE));
    }
}

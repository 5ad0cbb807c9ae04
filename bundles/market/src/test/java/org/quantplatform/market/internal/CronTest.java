package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

    private static List<String> next(String cron, String zone, String after, int count) {
        List<String> times = new ArrayList<>();
        Instant time = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            time = Cron.parse(cron).after(time, ZoneId.of(zone)).orElseThrow();
            times.add(time.toString());
        }
        return times;
    }

    @ParameterizedTest
    @CsvSource({
        "30 18 * * MON-FRI, Asia/Seoul, 2026-11-27T09:30:00Z, 2026-11-30T09:30:00Z",
        "*/15 * * * *, UTC, 2026-01-01T00:01:00Z, 2026-01-01T00:15:00Z",
        "5/20 * * * *, UTC, 2026-01-01T00:45:00Z, 2026-01-01T01:05:00Z",
        "0 0 29 2 *, UTC, 2025-01-01T00:00:00Z, 2028-02-29T00:00:00Z",
        "0 12 1 * mon, UTC, 2026-11-01T12:00:00Z, 2026-11-02T12:00:00Z",
        "0 12 1 jan-mar/2 *, UTC, 2026-01-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "'0,30 9 * * 7', UTC, 2026-11-28T00:00:00Z, 2026-11-29T09:00:00Z",
        "0 0 31 * *, UTC, 2026-04-01T00:00:00Z, 2026-05-31T00:00:00Z",
    })
    void tellsTheNextTime(String cron, String zone, String after, String expected) {
        assertThat(next(cron, zone, after, 1)).containsExactly(expected);
    }

    /** New York goes from 02:00 to 03:00 on 2026-03-08. */
    @Test
    void comesLaterWhereTheClocksLeaveATimeOut() {
        assertThat(next("30 2 * * *", "America/New_York", "2026-03-07T00:00:00Z", 3))
                .containsExactly("2026-03-07T07:30:00Z", "2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z");
        assertThat(next("0,30 1-3 * * *", "America/New_York", "2026-03-08T05:59:00Z", 4))
                .as("none twice, none out of order")
                .containsExactly(
                        "2026-03-08T06:00:00Z", "2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z", "2026-03-08T07:30:00Z");
    }

    /** New York goes from 02:00 back to 01:00 on 2026-11-01. */
    @Test
    void comesOnceWhereATimeComesTwice() {
        assertThat(next("30 1 * * *", "America/New_York", "2026-10-31T12:00:00Z", 2))
                .containsExactly("2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z");
    }

    /** Beirut goes from 00:00 to 01:00 on 2026-03-29. */
    @Test
    void comesLaterWhereTheClocksLeaveMidnightOut() {
        assertThat(next("0 0 * * *", "Asia/Beirut", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z");
    }

    @Test
    void tellsWhenThereIsNone() {
        assertThat(Cron.parse("0 0 30 2 *").after(Instant.EPOCH, ZoneId.of("UTC")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-1 * * * *",
                "*/0 * * * *",
                "a * * * *",
                "1,,2 * * * *",
                "1-2-3 * * * *",
                "*/5/5 * * * *",
                "-1 * * * *",
                "@daily",
                "* * * MON *"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Cron.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.core.data.Calendars.Session;
import org.quantplatform.model.Market;

class ExchangeCalendarsTest {

    private final ExchangeCalendars calendars = new ExchangeCalendars();

    @ParameterizedTest
    @CsvSource({
        "US, 2018-12-05, CLOSED", "US, 2018-12-06, OPEN", "US, 2018-11-23, OPEN", "US, 2018-12-08, CLOSED",
        "KR, 2026-07-17, CLOSED", "KR, 2026-09-28, OPEN", "KR, 2024-12-31, CLOSED", "KR, 2020-01-02, OPEN",
        "CN, 2024-02-09, CLOSED", "CN, 2024-02-19, OPEN", "CN, 2024-02-18, CLOSED", "HK, 2023-12-25, CLOSED",
        "JP, 2020-10-01, CLOSED", "US, 2009-12-31, UNKNOWN", "US, 2027-01-04, UNKNOWN", "US, 2009-12-27, CLOSED",
        "VN, 2020-01-02, UNKNOWN", "FX, 2020-01-04, CLOSED", "FX, 2020-01-06, UNKNOWN"
    })
    void knowsTheDaysOfEachMarket(Market market, LocalDate date, Session session) {
        assertThat(calendars.session(market, date)).isEqualTo(session);
    }

    @ParameterizedTest
    @CsvSource({
        "KR, 2019-05-30, 2, 2019-06-03", "KR, 2024-12-27, 2, 2025-01-02", "KR, 2025-12-29, 2, 2026-01-02",
        "US, 2024-05-24, 1, 2024-05-28", "US, 2020-01-04, 0, 2020-01-04", "US, 2020-01-04, 1, 2020-01-06",
        "VN, 2020-01-03, 1, 2020-01-06"
    })
    void countsOpenDaysOnly(Market market, LocalDate date, int sessions, LocalDate expected) {
        assertThat(calendars.plusSessions(market, date, sessions)).isEqualTo(expected);
    }

    @Test
    void refusesToCountBackwards() {
        assertThatThrownBy(() -> calendars.plusSessions(Market.US, LocalDate.EPOCH, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void agreesWithTheDaysOnWhichRealPricesExist() throws IOException {
        TreeSet<LocalDate> traded = RealData.requireTradingDays();
        assertThat(traded).hasSize(1259);
        TreeSet<LocalDate> open = new TreeSet<>();
        for (LocalDate day = traded.first(); !day.isAfter(traded.last()); day = day.plusDays(1)) {
            if (calendars.session(Market.US, day) == Session.OPEN) {
                open.add(day);
            }
        }
        assertThat(open).isEqualTo(traded);
    }
}

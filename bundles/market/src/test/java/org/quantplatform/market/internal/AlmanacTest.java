package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.data.CalendarQuery;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.data.MembersQuery;
import org.quantplatform.api.data.RulesQuery;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingDay.State;

class AlmanacTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 14);

    @TempDir
    private Path data;

    private MarketData service;

    @BeforeEach
    void open() throws IOException {
        service = new Desk(data).service;
    }

    @Test
    void tellsEveryDayOfTheRange() {
        var calendar = service.calendar(new CalendarQuery(Market.US, DAY, DAY.plusDays(6)));
        assertThat(calendar.days())
                .extracting(TradingDay::state)
                .containsExactly(
                        State.OPEN, State.CLOSED, State.CLOSED, State.OPEN, State.OPEN, State.CLOSED, State.OPEN);
        assertThat(calendar.timeZone()).isEqualTo("America/New_York");
        assertThat(service.calendar(new CalendarQuery(Market.US, DAY, null)).days())
                .hasSize(31);
    }

    @Test
    void refusesRangesThatAreTooLongOrBackwards() {
        assertThatThrownBy(() -> service.calendar(new CalendarQuery(Market.US, DAY, DAY.plusDays(4000))))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("within 3660 days");
        assertThatThrownBy(() -> service.calendar(new CalendarQuery(Market.US, DAY, DAY.minusDays(1))))
                .isInstanceOf(QuantException.class);
        assertThatThrownBy(() -> service.calendar(new CalendarQuery(Market.US, LocalDate.MIN, null)))
                .hasMessageContaining("must lie between");
    }

    @Test
    void tellsTheRulesOfADay() {
        var ruling = service.rules(new RulesQuery(Market.KR, "005930", DAY));
        assertThat(ruling.settlementDays()).isEqualTo(2);
        assertThat(ruling.rule().ticks().at(75_000)).isEqualTo(100);
        assertThatThrownBy(() -> service.rules(new RulesQuery(Market.KR, null, LocalDate.of(2000, 1, 4))))
                .hasMessageContaining("rules are known from 2010-01-01");
        assertThatThrownBy(() -> service.rules(new RulesQuery(Market.VN, null, DAY)))
                .hasMessage("no rules of market VN are installed");
    }

    @Test
    void tellsTheMembersOfADay() {
        assertThat(service.members(new MembersQuery(Market.US, "SP500", null)).members())
                .hasSize(2);
        assertThat(service.members(new MembersQuery(Market.US, "SP500", DAY)).members())
                .extracting(IndexMember::ticker)
                .containsExactly("B");
        assertThatThrownBy(() -> service.members(new MembersQuery(Market.US, "OTHER", null)))
                .hasMessage("no index 'US:OTHER'");
    }
}

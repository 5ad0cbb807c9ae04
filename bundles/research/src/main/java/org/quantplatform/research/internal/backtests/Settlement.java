package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import org.quantplatform.core.data.Calendars;
import org.quantplatform.model.Market;

/** When trades settle, in trading days after the trade; some taxes change by the day of settlement. */
final class Settlement {

    private static final LocalDate US_T_PLUS_2 = LocalDate.of(2017, 9, 5);
    private static final LocalDate US_T_PLUS_1 = LocalDate.of(2024, 5, 28);
    private static final LocalDate JP_T_PLUS_2 = LocalDate.of(2019, 7, 16);

    private Settlement() {}

    static LocalDate of(Market market, LocalDate traded, Calendars calendars) {
        return calendars.plusSessions(market, traded, cycle(market, traded));
    }

    static int cycle(Market market, LocalDate traded) {
        return switch (market) {
            case US -> traded.isBefore(US_T_PLUS_2) ? 3 : traded.isBefore(US_T_PLUS_1) ? 2 : 1;
            case JP -> traded.isBefore(JP_T_PLUS_2) ? 3 : 2;
            case CN -> 1;
            case KR, HK, VN, FX -> 2;
        };
    }
}

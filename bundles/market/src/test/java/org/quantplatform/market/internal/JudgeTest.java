package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSink.BarValues;

class JudgeTest {

    private final Judge judge = new Judge(Desk.RULES, Desk.CLOCK);

    @ParameterizedTest
    @CsvSource({
        "US, A, 2024-06-14, 1, ",
        "US, '', 2024-06-14, 1, no ticker",
        "US, '', 2024-06-15, -1, no ticker",
        "US, A, 2024-06-15, 1, no trading day",
        "US, A, 2024-06-19, 1, no trading day",
        "US, A, 1066-10-15, 1, unknown date",
        "US, A, 2009-12-31, 1, ",
        "US, A, 2024-06-14, 0, no positive close",
        "US, A, 2024-06-14, -3, no positive close",
        "US, A, 2024-06-14, NaN, no positive close",
        "US, A, 2024-06-14, Infinity, no positive close",
        "CN, A, 2024-06-14, 1, market not asked for",
        "US, ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG, 2024-06-14, 1, unusable ticker"
    })
    void refusesForOneReason(Market market, String ticker, LocalDate date, double close, String reason) {
        assertThat(judge.refusal(market, ticker, date, close)).isEqualTo(reason);
    }

    @Test
    void readsTodayOnTheMarketsOwnClock() {
        LocalDate monday = LocalDate.of(2024, 6, 17);
        assertThat(judge.refusal(Market.US, "A", monday, 1)).isEqualTo("date to come");
        assertThat(new Judge(
                                Desk.RULES,
                                java.time.Clock.fixed(
                                        java.time.Instant.parse("2024-06-16T20:00:00Z"), java.time.ZoneOffset.UTC))
                        .refusal(Market.KR, "A", monday, 1))
                .isNull();
    }

    @Test
    void refusesTickersWithControlCharacters() {
        assertThat(judge.refusal(Market.US, "A\0B", LocalDate.of(2024, 6, 14), 1))
                .isEqualTo("unusable ticker");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|4|1|3|10|",
                "NaN|4|1|3|10|missing open",
                "0|-1|NaN|3|0|missing open, missing high, missing low, zero volume",
                "2|4|1|3|NaN|missing volume",
                "2|4|1|3|-1|missing volume",
                "2|2.9|1|3|10|inconsistent high/low",
                "2|4|2.1|3|0|inconsistent high/low, zero volume",
                "NaN|3|3|3|10|missing open",
                "NaN|3|4|3.5|10|missing open, inconsistent high/low",
                "3|3|3|3|Infinity|missing volume"
            })
    void flagsForEveryReason(double open, double high, double low, double close, double volume, String reasons) {
        String flags = String.join(", ", Judge.flags(new BarValues(open, high, low, close, volume)));
        assertThat(flags).isEqualTo(reasons == null ? "" : reasons);
    }

    @Test
    void keepsAZeroVolumeAndDropsWhatIsNotPositive() {
        assertThat(Judge.volume(0)).isZero();
        assertThat(Judge.volume(-1)).isNaN();
        assertThat(Judge.price(0)).isNaN();
        assertThat(Judge.price(Double.POSITIVE_INFINITY)).isNaN();
    }
}
